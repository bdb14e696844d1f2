#include <libpq-fe.h>
// Not part of Swift's Glibc module; the client watches its sockets with them.
#include <sys/epoll.h>
#include <sys/eventfd.h>
