package org.gridward.platform;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Runs one {@link Command} without the web server and ends with its exit status. */
public final class CommandLine {

    private CommandLine() {}

    /** Whether main was given a subcommand rather than options of the server. */
    public static boolean wants(String[] args) {
        return args.length > 0 && !args[0].startsWith("-");
    }

    /** Starts the application, runs the command, closes it; 2 when there is no such command. */
    public static int run(Class<?> application, String[] args) {
        List<String> rest = Arrays.asList(args).subList(1, args.length);
        SpringApplicationBuilder builder = new SpringApplicationBuilder(application)
                .web(WebApplicationType.NONE)
                .properties(Map.of(
                        "gridward.role",
                        "command",
                        "gridward.grid.refresh", // a command loads the maps that it asks for, and no others
                        "86400000",
                        "gridward.follow.delay", // nor does it follow what others do
                        "86400000",
                        "spring.main.lazy-initialization",
                        "true",
                        "spring.main.log-startup-info",
                        "false"));
        try (ConfigurableApplicationContext context = builder.run()) {
            for (Command command : context.getBeansOfType(Command.class).values()) {
                if (command.name().equals(args[0])) {
                    return run(command, rest);
                }
            }
            System.err.println("gridward: no command '" + args[0] + "'; see ./gridward --help");
            return 2;
        }
    }

    private static int run(Command command, List<String> args) {
        if (args.stream().anyMatch(Set.of("--help", "-h")::contains)) {
            System.out.println(command.help());
            return 0;
        }
        try {
            return command.run(args);
        } catch (Problem problem) {
            System.err.println("gridward " + command.name() + ": " + problem.detail());
            problem.entries().stream().limit(20).forEach(entry -> System.err.println("  " + entry.message()));
            if (problem.entries().size() > 20) {
                System.err.println("  and " + (problem.entries().size() - 20) + " more");
            }
            return problem.status() == 400 ? 2 : 1;
        } catch (Exception failure) {
            System.err.println("gridward " + command.name() + ": " + failure);
            return 1;
        }
    }
}
