r"""What can go wrong in a conversation, besides the engine's errors. One tree with `summaries.errors`.

::

    BriefingError
    └── AnswerError             a request that cannot be answered
        ├── NoSuchPerson        /who with a name that is not in the article
        ├── NoSuchPlace         /where with a place that is not in the article
        ├── NoDates             /timeline for an article without dates
        ├── DatesNotTold        /dates, /timeline or a calendar file in a language without support for dates
        ├── NoSuchDate          /dates with a date or event that is not in the article
        ├── NothingAhead        /dates future for an article without future dates
        ├── DayUnknown          /dates future for an article whose day of publication is unknown
        ├── NothingPlanned      a calendar file for an article without certain future dates
        ├── NothingAsked        /find without words
        ├── NothingFound        /find or /ask with words that are not in the article
        ├── NoAnswer            /ask with a question that the article does not answer
        ├── OtherLanguage       /ask in a language other than the article's
        ├── NoSuchCommand       a command that does not exist, but resembles one that does
        ├── UnknownCommand      a command that does not exist and resembles none
        ├── NoSuchSentence      /source with a number that the article does not have
        ├── NoSuchArticle       /use with a number that is not in the list
        ├── NoSuchDay           /published with something that is not a date
        ├── NoSuchLanguage      /language with one that the bot does not speak
        ├── NoSuchFormat        /export with a format that the bot does not support
        ├── NotShown            a reply to a post in another chat that Telegram does not show
        ├── MayNotSend          a group in which the bot may not send files or pictures
        ├── AdminsOnly          a group setting changed by somebody who is not an admin
        ├── NotAllowed          a reader whom the operator has not let in
        ├── TooManyToday        the daily limit of articles is reached
        ├── NotShared           /start with a share link that no longer works
        ├── Stopped             the reader has stopped the reading
        ├── NothingToStop       /cancel while nothing is being read
        ├── NothingHere         there is no article yet
        └── StaleButton         a button whose article or answer is gone
"""

from __future__ import annotations

from summaries.errors import BriefingError


class OperatorError(Exception):
    """A problem for the operator to fix; the message says what is wrong and how to fix it."""


class AnswerError(BriefingError):
    """A request that cannot be answered."""


class NoSuchPerson(AnswerError):
    """Details: the ``name`` asked for and the ``names`` in the article."""

    template = "The article names nobody called “{name}”. It names: {names}. /who lists them all."


class NoSuchPlace(AnswerError):
    """Details: the ``name`` asked for and the ``names`` in the article."""

    template = "The article names no place called “{name}”. It names: {names}. /where lists them all."


class NoDates(AnswerError):
    """There are no dates to draw."""

    template = "The article gives no dates."


class DatesNotTold(AnswerError):
    """Details: the ``language`` of the article."""

    template = "I cannot find dates in {language} yet."


class NoSuchDate(AnswerError):
    """Details: ``wanted``."""

    template = "The article gives no date for “{wanted}”. /dates shows all its dates, /dates 2019 those of one year."


class NothingAhead(AnswerError):
    """The article names no date after its publication."""

    template = "No date in the article was still to come when it was published. /dates shows all its dates."


class DayUnknown(AnswerError):
    """Which dates lay ahead cannot be told without the day of publication."""

    template = (
        "I do not know when the article was published, so I cannot tell what was still to come. /published "
        "2024-05-12 sets the day; /dates shows all dates."
    )


class NothingPlanned(AnswerError):
    """The calendar file would be empty."""

    template = (
        "The article gives no certain date still to come, so there is nothing to put in a calendar. /dates shows "
        "all dates."
    )


class NothingAsked(AnswerError):
    """No words to search for were given."""

    template = "Tell me what to look for, for example: /find tax"


class NothingFound(AnswerError):
    """Details: ``wanted``."""

    template = "The article says nothing about “{wanted}”. Try other words, or send me a new article. /help"


class NoAnswer(AnswerError):
    """Details: ``wanted``."""

    template = "The article does not answer “{wanted}”. Try other words, or send me a new article. /help"


class OtherLanguage(AnswerError):
    """Details: the ``language`` of the article."""

    template = (
        "The article is in another language ({language}), and I find answers by matching words. Please ask in "
        "that language; I can find names in any: /who"
    )


class NoSuchCommand(AnswerError):
    """Details: the ``command`` given, and the one probably ``meant``."""

    template = "There is no command {command}. Did you mean {meant}?"


class UnknownCommand(AnswerError):
    """Details: the ``command`` given, and the ``commands`` that exist."""

    template = "There is no command {command}. Available commands: {commands}"


class NoSuchSentence(AnswerError):
    """Details: ``wanted`` and ``count``."""

    template = "The article has no sentence {wanted}: its sentences are numbered from 1 to {count}. Try /source 1."


class NoChapters(AnswerError):
    """A text that is short, or whose parts cannot be told."""

    template = "I find no chapters in this article. Only long works have them, taken from the contents or the headings."


class NoSuchChapter(AnswerError):
    """Details: ``wanted`` and ``count``."""

    template = "There is no chapter {wanted}: they are numbered from 1 to {count}. /chapters shows them."


class NoSuchArticle(AnswerError):
    """Details: ``wanted`` and ``count``."""

    template = "There is no article {wanted} in your list; it goes from 1 to {count}. /articles shows it."


class NoSuchDay(AnswerError):
    """The day of publication is missing or cannot be parsed."""

    template = "Tell me the day the article was published, for example: /published 2024-05-12"


class ImpossibleDay(AnswerError):
    """A day of publication that no calendar has, or that is still to come. Details: ``wanted``."""

    template = (
        "“{wanted}” cannot be the day of publication: there is no such day, or it is after today. "
        "Tell me another, for example: /published 2024-05-12"
    )


class NoSuchLanguage(AnswerError):
    """Details: ``wanted`` and ``languages``."""

    template = "I do not speak “{wanted}”. I speak {languages}."


class NoSuchFormat(AnswerError):
    """Details: ``wanted``, ``formats``."""

    template = "I cannot export to “{wanted}”. I can export to {formats}; /export explains each of them."


class NotShown(AnswerError):
    """A reply to a post in another chat, whose text Telegram does not show to bots."""

    template = "Telegram does not show me that post from another chat. Forward it to me, and I will read it."


class MayNotSend(AnswerError):
    """The bot lacks a right in a group."""

    template = (
        "I am not allowed to send files or pictures here. An admin of the group can allow it, or you can ask me "
        "in a private chat."
    )


class AdminsOnly(AnswerError):
    """Somebody who is not an admin wants to change a group's settings."""

    template = "In a group, only the admins can choose that. In a private chat with me, you choose for yourself."


class NotAllowed(AnswerError):
    """Details: the reader's ``number``, with which the operator can let them in."""

    template = "This bot is invitation-only. To get access, send your id to whoever runs it: {number}"


class TooManyToday(AnswerError):
    """Details: the ``limit``, and the ``hours`` until the next day begins."""

    template = (
        "No more new articles today: the limit is {limit} a day per person. The next day begins in {hours} h. The "
        "articles you have remain available: /articles"
    )


class NotShared(AnswerError):
    """A share link without a briefing, or whose briefing is gone."""

    template = "The briefing that this link led to is gone. Ask whoever sent it to share it again."


class Stopped(AnswerError):
    """The reader has stopped the reading."""

    template = "Stopped; nothing was stored. Send me another article whenever you like."


class NothingToStop(AnswerError):
    """Nothing is being read."""

    template = "There is nothing to stop: I am not reading anything at the moment."


class NothingHere(AnswerError):
    """There is no article yet."""

    template = "There is no article here yet. Send me a link, a file, or a text of 40 words or more."


class StaleButton(AnswerError):
    """A button whose article or answer is gone."""

    template = "That button is out of date. /articles lists your articles; any command gives you a fresh answer."
