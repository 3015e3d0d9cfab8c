"""Whether this computer has a network, as far as the system tells."""

from PySide6.QtNetwork import QNetworkInformation


def online() -> bool:
    """False only where the system says that there is none; many systems say nothing."""
    if not QNetworkInformation.loadDefaultBackend():
        return True
    return QNetworkInformation.instance().reachability() != QNetworkInformation.Reachability.Disconnected
