"""What tables of cases share. Imports nothing, so that it also runs inside a browser engine."""


def refusal(function, *arguments):
    """The message of the ValueError that must follow."""
    try:
        function(*arguments)
    except ValueError as error:
        return "refused: " + str(error)
    return "accepted"
