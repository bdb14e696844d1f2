#include <libpq-fe.h>
// Not part of Swift's Glibc module; the client watches its sockets with it.
#include <sys/epoll.h>
