"""What the terminal shows: help in the language of the run, progress, the account of what was read."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import click

from data.errors import BoundariesError
from data.messages import LANGUAGES, say, use


class WordedOption(click.Option):
    """An option whose help is the message `option.<name>`."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """Return the option and its help in the language of the run."""
        needed = say("usage.required") if self.required else ""
        self.help = say(f"option.{self.name}") + needed
        return super().get_help_record(ctx)

    def get_help_extra(self, ctx: click.Context) -> Any:
        """Return nothing: click would add its own words in English."""
        return {}


class WordedCommand(click.Command):
    """A command whose help is the messages `help.<name>` (the first line in lists) and `example.<name>`."""

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return the option --help, with its help in the language of the run."""
        option = super().get_help_option(ctx)
        if option is None or isinstance(option, WordedOption):
            return option
        return WordedOption(option.opts, is_flag=True, is_eager=True, expose_value=False, callback=option.callback)

    def get_short_help_str(self, limit: int = 200) -> str:
        """Return the first line of the help."""
        return say(f"help.{self.name}").partition("\n")[0]

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the usage line."""
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), say("usage.prefix"))

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what the command does, and an example."""
        formatter.write("\n" + _indented(say(f"help.{self.name}")))
        formatter.write("\n" + say("usage.example") + "\n" + _indented(say(f"example.{self.name}")))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options, and for a group its commands."""
        options = (param for param in self.get_params(ctx) if isinstance(param, WordedOption))
        records = [record for option in options if (record := option.get_help_record(ctx))]
        with formatter.section(say("usage.options")):
            formatter.write_dl(records)


class WordedGroup(WordedCommand, click.Group):
    """The group of commands: foreseen errors become one line and the right exit code, in the language of the run."""

    command_class = WordedCommand

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse the command line; the language is known before anything else is said."""
        _choose_language(args)
        return super().parse_args(ctx, args)

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Run the command line: errors are one line in the language of the run, with the exit code that they carry."""
        try:
            sys.exit(super().main(*args, **{**kwargs, "standalone_mode": False}) or 0)
        except click.exceptions.Abort:
            sys.exit(130)
        except click.UsageError as error:
            click.echo(say("error.line", why=_usage(error)), err=True)
            sys.exit(error.exit_code)
        except BoundariesError as error:
            if "--debug" in sys.argv:
                raise
            click.echo(say("error.line", why=error), err=True)
            sys.exit(error.exit_code)
        except Exception as error:
            if "--debug" in sys.argv:
                raise
            told = say("error.internal", why=f"{type(error).__name__}: {error}")
            click.echo(say("error.line", why=told), err=True)
            sys.exit(BoundariesError.exit_code)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options and the commands."""
        super().format_options(ctx, formatter)
        rows = [(name, self.commands[name].get_short_help_str()) for name in self.commands]
        with formatter.section(say("usage.commands")):
            formatter.write_dl(rows)


def _usage(error: click.UsageError) -> str:
    """Return in one line what is wrong with the command line, and where to look."""
    command = error.ctx.command_path if error.ctx else "boundaries"
    if isinstance(error, click.MissingParameter):
        return say("usage.missing", what=error.param.human_readable_name if error.param else "", command=command)
    if isinstance(error, click.NoSuchOption):
        return say("usage.no-option", what=error.option_name, command=command)
    if isinstance(error, click.BadParameter):
        what = error.param.opts[0] if error.param else error.message
        return say("usage.wrong", what=what, command=command)
    return say("usage.other", what=error.format_message(), command=command)


@contextmanager
def progress_bar(label: str, quiet: bool = False) -> Iterator[Callable[[int, int], None]]:
    """Give a function that is told (done, of how many) and shows a bar on a terminal, nothing in a pipe.

    Args:
        label: what is going on.
        quiet: show nothing in any case.
    """
    hidden = quiet or not sys.stderr.isatty()
    with click.progressbar(length=1, label=label, file=sys.stderr, hidden=hidden) as bar:

        def tell(done: int, of: int) -> None:
            bar.length = of
            bar.update(done - bar.pos)

        yield tell


def _choose_language(args: Sequence[str]) -> None:
    for option, value in zip(args, [*args[1:], ""], strict=True):
        name, _, inline = option.partition("=")
        chosen = inline or value
        if name == "--lang" and chosen in LANGUAGES:
            use(chosen)


def _indented(text: str) -> str:
    return "".join(f"  {line}".rstrip() + "\n" for line in text.strip().splitlines())
