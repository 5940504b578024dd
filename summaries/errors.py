r"""The tree of errors. Every message is a sentence for the reader: what happened and what to do.

::

    BriefingError
    ├── SourceError             nothing could be loaded from the reader's source
    │   ├── NotAnAddress        the link is not an http or https URL
    │   ├── NoSuchFile          the file does not exist or cannot be opened
    │   ├── Unreachable         the server does not respond
    │   │   └── TooSlow         the response was not complete in time
    │   ├── Refused             the server denies access
    │   │   ├── NotPublic       an address that must not be fetched
    │   │   ├── RobotsForbid    robots.txt disallows the page
    │   │   ├── NoSuchPage      the page does not exist
    │   │   └── ServerTrouble   the server has an error
    │   ├── TooLarge            more bytes than allowed
    │   ├── Unsupported         an unsupported file type
    │   ├── TooTangled          a page with more tags than can be parsed
    │   ├── Unreadable          a supported type, but broken
    │   │   ├── Empty           nothing at all
    │   │   ├── NotText         bytes that are not text in any encoding
    │   │   ├── Protected       a file that needs a password
    │   │   ├── Scanned         images of pages, without text
    │   │   ├── TooManyPages    more pages than allowed
    │   │   └── Overpacked      an archive that unpacks to more than any document
    │   └── NoArticle           a page without an article
    │       ├── Paywalled       the article is for subscribers
    │       ├── CookieWall      the page shows nothing but a cookie banner
    │       ├── RobotCheck      the page shows a CAPTCHA or similar check
    │       ├── BehindScripts   the page is rendered by scripts in the browser
    │       ├── LinkList        a page of headlines, such as a front page
    │       └── ErrorPage       a page that reports an error
    ├── TextError               the text is not an article
    │   ├── TooShort            too few words to summarise
    │   └── UnknownLanguage     an unsupported language
    ├── LengthError             a length that makes no sense
    ├── StoreError              the database does not respond
    └── TookTooLong             the work was stopped

`BriefingError.template` is the msgid by which translations are looked up; `details` fill its placeholders.
"""

from __future__ import annotations

from functools import partial
from typing import Any, ClassVar


class BriefingError(Exception):
    """Base class of all errors that readers may see."""

    template: ClassVar[str] = "Something went wrong with this article. Please try again."

    def __init__(self, **details: object) -> None:
        self.details = details
        super().__init__(self.template.format(**details))

    def __reduce__(self) -> tuple[Any, ...]:
        """Support pickling, since errors are passed on from worker processes."""
        return partial(type(self), **self.details), ()


class SourceError(BriefingError):
    """Nothing could be loaded from the reader's source."""

    template = "I could not load that. Try another link, or paste the text."


class NotAnAddress(SourceError):
    """The link is not an http or https URL. Detail: ``address``."""

    template = "“{address}” is not a web address that I can open. Send a link that begins with http:// or https://."


class NoSuchFile(SourceError):
    """The file does not exist or cannot be opened. Detail: ``name``."""

    template = "I cannot open the file {name}. Check its name, or paste the text of the article."


class Unreachable(SourceError):
    """The server does not respond. Detail: ``host``."""

    template = "I could not reach {host}. Check the link, try again later, or paste the text of the article."


class TooSlow(Unreachable):
    """The response was not complete in time. Details: ``host`` and ``seconds``."""

    template = (
        "{host} takes longer than {seconds} seconds to answer. Try again later, or paste the text of the article."
    )


class Refused(SourceError):
    """The server denies access. Detail: ``host``."""

    template = "{host} does not let me read this page. Open it yourself and paste the text of the article."


class NotPublic(Refused):
    """An address that must not be fetched: not on the public web, or with an unusual port. Detail: ``host``."""

    template = (
        "{host} is not a public web address, so I am not allowed to open it. Paste the text of the article instead."
    )


class RobotsForbid(Refused):
    """The site's robots.txt disallows the page. Detail: ``host``."""

    template = "{host} asks programs not to read this page. Open it yourself and paste the text of the article."


class NoSuchPage(Refused):
    """The page does not exist. Detail: ``host``."""

    template = "{host} says that there is no such page. Check the link, or paste the text of the article."


class ServerTrouble(Refused):
    """The server has an error. Details: ``host`` and ``status``, its HTTP status code."""

    template = "{host} reports a problem (error {status}). Try again later, or paste the text of the article."


class TooLarge(SourceError):
    """More bytes than allowed. Detail: ``limit_mb``."""

    template = "That is larger than the {limit_mb} MB that I can read. Send a shorter text, or part of it."


class TooTangled(SourceError):
    """A page with more tags than can be parsed. Detail: ``host``."""

    template = "The page at {host} is too complex for me to read. Open it yourself and paste the text of the article."


class Unsupported(SourceError):
    """An unsupported file type. Detail: ``kinds``, the supported ones."""

    template = "I cannot read this kind of file. I can read {kinds}. You can also paste the text."


class Unreadable(SourceError):
    """A supported type, but broken. Detail: ``name``."""

    template = "I could not find readable text in {name}. Send it as plain text, or paste the text here."


class Empty(Unreadable):
    """Nothing at all. Detail: ``name``."""

    template = "I could not find readable text in {name}: it is empty. Send another file, or paste the text here."


class NotText(Unreadable):
    """Bytes that are not text in any encoding. Detail: ``name``."""

    template = "I could not find readable text in {name}: it is not a text file. Paste the text of the article here."


class Protected(Unreadable):
    """A file that needs a password."""

    template = "That file is password-protected. Send me an unprotected copy, or paste the text."


class Scanned(Unreadable):
    """Images of pages, without text."""

    template = "That PDF contains pictures of pages and no text that I could quote. Paste the text of the article here."


class TooManyPages(Unreadable):
    """More pages than allowed. Details: ``pages`` and ``limit``."""

    template = "That file has {pages} pages; I read at most {limit}. Send me the part that matters, or paste its text."


class Overpacked(Unreadable):
    """An archive that unpacks to more than any document."""

    template = "That file unpacks to more than any document should contain, so I did not open it. Paste the text here."


class NoArticle(SourceError):
    """A page without an article. Detail: ``host``."""

    template = "I found no article at {host}. If there is one, open it yourself and paste its text here."


class Paywalled(NoArticle):
    """The article is for subscribers. Detail: ``host``."""

    template = "{host} shows the whole article to subscribers only. If you can read it, paste its text here."


class CookieWall(NoArticle):
    """The page shows nothing but a cookie banner. Detail: ``host``."""

    template = "{host} shows me only its cookie notice. Open the page yourself and paste the text here."


class RobotCheck(NoArticle):
    """The page shows a CAPTCHA or similar check. Detail: ``host``."""

    template = "{host} lets people in, but not programs. Open the page yourself and paste the text here."


class BehindScripts(NoArticle):
    """The page is rendered by scripts in the browser. Detail: ``host``."""

    template = "The page at {host} is built by scripts in the browser, so I see no text. Paste the text here."


class LinkList(NoArticle):
    """A page of headlines, such as a front page. Detail: ``host``."""

    template = "The page at {host} is a list of links, not an article. Send me one of those links, or paste a text."


class ErrorPage(NoArticle):
    """A page that reports an error. Detail: ``host``."""

    template = "{host} shows an error page instead of an article. Check the link, or paste the text here."


class TextError(BriefingError):
    """The text is not an article."""

    template = "I cannot make a briefing from this text."


class TooShort(TextError):
    """Too few words to summarise. Details: ``words`` found and ``minimum`` needed."""

    template = "That text has only {words} words; I need at least {minimum}. Send a longer text, a link or a file."


class UnknownLanguage(TextError):
    """An unsupported language. Detail: ``languages``, the supported ones."""

    template = "I do not know the language of this text. I can brief you on texts in {languages}."


class LengthError(BriefingError):
    """A length that makes no sense. Detail: ``wanted``, what the reader typed."""

    template = (
        "“{wanted}” is not a length that I know. Say headline, short, medium or long, a number of sentences such "
        "as 5, a share such as 20%, or “100 words”."
    )


class StoreError(BriefingError):
    """The database does not respond."""

    template = "I cannot reach my database at the moment. Please try again in a minute."


class TookTooLong(BriefingError):
    """The work was stopped. Detail: ``seconds``."""

    template = (
        "I stopped after {seconds} seconds: this text takes too long to read. Try a shorter one, or paste part of it."
    )
