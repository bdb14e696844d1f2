"""statistician"""

from people import sign_in


def walk(visitor):
    sign_in(visitor, "eva")
    visitor.looks("statistician-start")
