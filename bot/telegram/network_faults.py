"""Plain words for network faults, for the operator and the log."""

from telegram.error import NetworkError

# By the name of an error's class, so that no library must be loaded
KINDS = {
    "ClientConnectorDNSError": "the name cannot be resolved (DNS)",
    "ClientConnectorCertificateError": "the certificate is not trusted",
    "ClientConnectorSSLError": "no secure connection is agreed upon",
    "ClientProxyConnectionError": "the proxy cannot be reached",
    "ClientHttpProxyError": "the proxy refuses",
    "ProxyConnectionError": "the proxy cannot be reached",
    "ProxyTimeoutError": "the proxy does not answer in time",
    "ProxyError": "the proxy refuses",
    "ConnectionTimeoutError": "no connection in time",
    "TimeoutError": "no answer in time",
    "InvalidURL": "the address, or that of the proxy, is malformed",
    "ServerDisconnectedError": "the connection was cut",
    "ConnectionRefusedError": "the connection is refused",
    "ConnectionResetError": "the connection was cut",
    "ClientConnectorError": "no connection",
    "ClientOSError": "the connection was cut",
}


class NoAnswerError(NetworkError):
    """A call got no answer; its message gives the cause in words that are fit for the log."""


def kind_of(error: BaseException) -> str:
    """Name the kind of fault, without the error's own message, which can contain the token.

    >>> kind_of(TimeoutError()), kind_of(KeyError("bot1:AA"))
    ('no answer in time', 'KeyError')
    """
    cause = getattr(error, "os_error", None)
    named = [KINDS[kind.__name__] for kind in type(error).__mro__ if kind.__name__ in KINDS]
    if named[:1] == [KINDS["ClientConnectorError"]] and cause is not None:
        return KINDS.get(type(cause).__name__, named[0])
    return named[0] if named else type(error).__name__
