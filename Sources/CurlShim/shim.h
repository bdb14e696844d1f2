#define CURL_DISABLE_TYPECHECK
#include <curl/curl.h>

// libcurl takes its options by variadic functions, which Swift cannot call: one function here for each type of value.

/// Takes bytes that came, or fills in bytes that go: answers how many.
typedef size_t (*praktik_curl_receiver)(char *bytes, size_t size, size_t count, void *context);
typedef int (*praktik_curl_progress)(
    void *context, curl_off_t to_receive, curl_off_t received, curl_off_t to_send, curl_off_t sent);
typedef int (*praktik_curl_listener)(CURL *handle, curl_infotype kind, char *bytes, size_t count, void *context);

/// Once in a process, before anything else.
static inline CURLcode praktik_curl_start(void) {
    return curl_global_init(CURL_GLOBAL_DEFAULT);
}

static inline CURLcode praktik_curl_set_number(CURL *handle, CURLoption option, long value) {
    return curl_easy_setopt(handle, option, value);
}

static inline CURLcode praktik_curl_set_size(CURL *handle, CURLoption option, curl_off_t value) {
    return curl_easy_setopt(handle, option, value);
}

static inline CURLcode praktik_curl_set_text(CURL *handle, CURLoption option, const char *value) {
    return curl_easy_setopt(handle, option, value);
}

static inline CURLcode praktik_curl_set_list(CURL *handle, CURLoption option, struct curl_slist *value) {
    return curl_easy_setopt(handle, option, value);
}

static inline CURLcode praktik_curl_set_context(CURL *handle, CURLoption option, void *value) {
    return curl_easy_setopt(handle, option, value);
}

static inline CURLcode praktik_curl_set_receiver(CURL *handle, CURLoption option, praktik_curl_receiver value) {
    return curl_easy_setopt(handle, option, value);
}

/// Called about once a second while a transfer is under way; whatever is not 0 ends it.
static inline CURLcode praktik_curl_set_progress(CURL *handle, praktik_curl_progress value, void *context) {
    CURLcode code = curl_easy_setopt(handle, CURLOPT_XFERINFODATA, context);
    if (code == CURLE_OK) code = curl_easy_setopt(handle, CURLOPT_XFERINFOFUNCTION, value);
    if (code == CURLE_OK) code = curl_easy_setopt(handle, CURLOPT_NOPROGRESS, 0L);
    return code;
}

/// Told what goes to and fro.
static inline CURLcode praktik_curl_set_listener(CURL *handle, praktik_curl_listener value, void *context) {
    CURLcode code = curl_easy_setopt(handle, CURLOPT_DEBUGDATA, context);
    if (code == CURLE_OK) code = curl_easy_setopt(handle, CURLOPT_DEBUGFUNCTION, value);
    if (code == CURLE_OK) code = curl_easy_setopt(handle, CURLOPT_VERBOSE, 1L);
    return code;
}

static inline CURLcode praktik_curl_get_number(CURL *handle, CURLINFO info, long *value) {
    return curl_easy_getinfo(handle, info, value);
}

/// Takes the next transfer that has ended; nil when there is none.
static inline CURL *praktik_curl_next_ended(CURLM *multi, CURLcode *result) {
    int left = 0;
    CURLMsg *message;
    while ((message = curl_multi_info_read(multi, &left)) != NULL) {
        if (message->msg == CURLMSG_DONE) {
            *result = message->data.result;
            return message->easy_handle;
        }
    }
    return NULL;
}
