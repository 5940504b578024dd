r"""What can go wrong in a conversation, beside what the engine reports. One tree with `summaries.errors`.

::

    BriefingError
    └── AnswerError             a question that has no answer here
        ├── NoSuchPerson        /who with a name that the article does not have
        ├── NoSuchPlace         /where with a place that the article does not have
        ├── NoDates             /timeline of an article without dates
        ├── DatesNotTold        /dates, /timeline or a calendar file in a language whose dates cannot be told
        ├── NoSuchDate          /dates with what the article gives no date for
        ├── NothingAhead        /dates future of an article that looks back alone
        ├── DayUnknown          /dates future of an article whose day of publication is unknown
        ├── NothingPlanned      a calendar file of an article without a certain day to come
        ├── NothingAsked        /find without words
        ├── NothingFound        /find or /ask with words that the article does not have
        ├── NoAnswer            /ask of what the article has no word of
        ├── OtherLanguage       /ask in another language than the article's
        ├── NoSuchCommand       a command that does not exist, spelt nearly like one that does
        ├── UnknownCommand      a command that does not exist, and is like none
        ├── NoSuchSentence      /source with a number that it does not have
        ├── NoSuchArticle       /use with a number that is not in the list
        ├── NoSuchDay           /published with what is no day
        ├── NoSuchLanguage      /language with one that the bot does not speak
        ├── NoSuchFormat        /export into what the bot cannot write
        ├── NotShown            an answer to a post of another chat that Telegram does not show
        ├── MayNotSend          a group in which the bot may not send files or pictures
        ├── AdminsOnly          a choice of a group that somebody else wants to make
        ├── NotAllowed          the operator has not let this reader in
        ├── TooManyToday        the day's share of articles is used up
        ├── NotShared           /start with a link that leads to nothing
        ├── Stopped             the reader has stopped the reading
        ├── NothingToStop       /cancel while nothing is being read
        ├── NothingHere         there is no article to speak of
        └── StaleButton         a button whose article or answer is gone
"""

from __future__ import annotations

from summaries.errors import BriefingError


class OperatorError(Exception):
    """What whoever starts the bot has to put right; the message says what, and how."""


class AnswerError(BriefingError):
    """A question that has no answer here."""


class NoSuchPerson(AnswerError):
    """Details: ``name`` asked for and ``names`` that the article has."""

    template = "The article names nobody called “{name}”. It names: {names}. /who lists them all."


class NoSuchPlace(AnswerError):
    """Details: ``name`` asked for and ``names`` that the article has."""

    template = "The article names no place called “{name}”. It names: {names}. /where lists them all."


class NoDates(AnswerError):
    """There are no dates to draw."""

    template = "The article gives no dates."


class DatesNotTold(AnswerError):
    """Details: ``language`` of the article."""

    template = "I cannot find dates in {language} yet."


class NoSuchDate(AnswerError):
    """Details: ``wanted``."""

    template = "The article gives no date for “{wanted}”. /dates shows all that it gives; /dates 2019 those of a year."


class NothingAhead(AnswerError):
    """Nothing lay ahead of an article."""

    template = "No date in the article lay ahead when it was published. /dates shows all that it gives."


class DayUnknown(AnswerError):
    """What lay ahead cannot be told."""

    template = (
        "I do not know on which day the article was published, so I cannot tell what lay ahead. /published 2024-05-12 "
        "sets the day; /dates shows all dates."
    )


class NothingPlanned(AnswerError):
    """A calendar file would be empty."""

    template = "No certain date lies ahead in the article, so there is nothing for a calendar. /dates shows all dates."


class NothingAsked(AnswerError):
    """There is nothing to look for."""

    template = "Tell me what to look for: /find tax, for example."


class NothingFound(AnswerError):
    """Details: ``wanted``."""

    template = "The article says nothing of “{wanted}”. Ask with other words, or send me a new article. /help"


class NoAnswer(AnswerError):
    """Details: ``wanted``."""

    template = "The article does not answer “{wanted}”. Ask with other words, or send me a new article. /help"


class OtherLanguage(AnswerError):
    """Details: ``language`` of the article."""

    template = (
        "The article is in another language ({language}), and I find answers by its words. Ask in that language; names "
        "I find in any: /who"
    )


class NoSuchCommand(AnswerError):
    """Details: ``command`` and the one that is ``meant``."""

    template = "There is no command {command}. Did you mean {meant}?"


class UnknownCommand(AnswerError):
    """Details: ``command``, which is like none, and the ``commands`` that there are."""

    template = "There is no command {command}. These there are: {commands}"


class NoSuchSentence(AnswerError):
    """Details: ``wanted`` and ``count``."""

    template = "The article has no sentence {wanted}: its sentences are numbered from 1 to {count}. Try /source 1."


class NoSuchArticle(AnswerError):
    """Details: ``wanted`` and ``count``."""

    template = "There is no article {wanted} in your list; it goes from 1 to {count}. /articles shows it."


class NoSuchDay(AnswerError):
    """A day of publication was asked for or given that cannot be read."""

    template = "Tell me the day on which the article was published, such as /published 2024-05-12."


class NoSuchLanguage(AnswerError):
    """Details: ``wanted`` and ``languages``."""

    template = "I do not speak “{wanted}”. I speak {languages}."


class NoSuchFormat(AnswerError):
    """Details: ``wanted``, ``formats``."""

    template = "I cannot write “{wanted}”. I write: {formats}; /export shows what each is."


class NotShown(AnswerError):
    """A reply to a post of another chat, of which Telegram shows a bot no text."""

    template = "Telegram does not show me that post of another chat. Forward it to me, then I read it."


class MayNotSend(AnswerError):
    """The bot lacks a right in a group."""

    template = "I may not send files or pictures here. An admin of the group can let me; in a chat with me alone I can."


class AdminsOnly(AnswerError):
    """A choice of a group that somebody who is no admin wants to make."""

    template = "In a group, its admins alone choose that. In a chat with me alone, you choose for yourself."


class NotAllowed(AnswerError):
    """Details: ``number``, by which the operator can let the reader in."""

    template = "I answer invited readers only. To be let in, send your number to whoever runs this bot: {number}"


class TooManyToday(AnswerError):
    """Details: ``limit`` and ``hours``, until the next day begins."""

    template = (
        "No more new articles today: I read up to {limit} a day for one reader. The next day begins in {hours} h. "
        "Those that you have stay open to you: /articles"
    )


class NotShared(AnswerError):
    """A link that leads to no briefing, or no more."""

    template = "The briefing that this link led to is gone. Ask whoever sent it to share it anew."


class Stopped(AnswerError):
    """The reader has stopped the reading."""

    template = "Stopped, nothing was kept. Send me another article whenever you like."


class NothingToStop(AnswerError):
    """Nothing is being read."""

    template = "There is nothing to stop: I am not reading anything for you."


class NothingHere(AnswerError):
    """There is no article to speak of."""

    template = "There is no article here yet. Send me a link, a file, or a text of 40 words or more."


class StaleButton(AnswerError):
    """A button whose article or answer is gone."""

    template = "That button is out of date. /articles shows what I have; any command opens it anew."
