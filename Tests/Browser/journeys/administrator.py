"""administrator"""

from people import sign_in


def walk(visitor):
    sign_in(visitor, "astrid")
    visitor.looks("administrator-start")
