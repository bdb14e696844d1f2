"""The referrer, weekly: "What has become of my people?" """

from people import sign_in


def walk(visitor):
    sign_in(visitor, "ali")
    visitor.looks("referrer-start")
