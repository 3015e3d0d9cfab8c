"""The body of a request that must not be made twice, handed to the socket piece by piece."""

from collections.abc import Callable, Iterator

PIECE = 65536


class Upload:
    """A body on its way. `told` hears how many of its bytes have been handed over."""

    def __init__(self, body: bytes, media_type: str, told: Callable[[int], None] = lambda sent: None) -> None:
        self.body = body
        self.media_type = media_type
        self.may_have_arrived = False
        """The last piece has left, and nothing proves that the request was not carried out."""
        self._told = told

    def __iter__(self) -> Iterator[bytes]:
        for start in range(0, len(self.body), PIECE):
            end = min(start + PIECE, len(self.body))
            self.may_have_arrived = end == len(self.body)
            yield self.body[start:end]
            self._told(end)
