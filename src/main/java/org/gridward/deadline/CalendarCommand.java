package org.gridward.deadline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gridward.platform.Command;
import org.springframework.stereotype.Component;

/** {@code ./gridward calendar}: the tables of working days of this installation. */
@Component
class CalendarCommand implements Command {

    private static final Pattern YEAR = Pattern.compile("(20\\d{2}|21\\d{2})");

    private final CalendarDesk desk;

    CalendarCommand(CalendarDesk desk) {
        this.desk = desk;
    }

    @Override
    public String name() {
        return "calendar";
    }

    @Override
    public String help() {
        return """
                Usage:
                  ./gridward calendar list
                  ./gridward calendar load YEAR FILE [--source TEXT]

                list   the years whose days off and make-up days are loaded.
                load   a year's table from JSON {"year","papers":[...],"days":[{"name","date","isOffDay"}]} or CSV with
                       the columns date,working,name. Only days that a notice for the whole country names are taken.
                       Open deadlines of working time are counted again by the running server within seconds.

                Example:
                  ./gridward calendar load 2027 2027.json --source "State Council notice of November 2026"
                """;
    }

    @Override
    public int run(List<String> args) throws IOException {
        if (args.equals(List.of("list"))) {
            desk.list()
                    .forEach(table -> System.out.printf(
                            "%d  version %d  %d days  %s%n",
                            table.year(), table.version(), table.days(), table.source()));
            return 0;
        }
        Matcher year = YEAR.matcher(args.size() > 1 ? args.get(1) : "");
        boolean sourced = args.size() == 5 && args.get(3).equals("--source");
        if (args.size() < 3 || !args.get(0).equals("load") || !year.matches() || !(args.size() == 3 || sourced)) {
            System.err.println(help());
            return 2;
        }
        CalendarDesk.Loaded loaded = desk.load(
                Integer.parseInt(args.get(1)),
                Files.readString(Path.of(args.get(2))),
                sourced ? args.get(4) : null,
                "command-line");
        System.out.printf("%d is loaded: version %d, %d days.%n", loaded.year(), loaded.version(), loaded.days());
        return 0;
    }
}
