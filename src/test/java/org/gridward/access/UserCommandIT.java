package org.gridward.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.gridward.GridwardIT;
import org.gridward.TestApi;
import org.gridward.platform.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.support.TransactionTemplate;

@GridwardIT
class UserCommandIT {

    @TempDir
    Path home;

    @Autowired
    ApplicationContext context;

    @Autowired
    UserCommand command;

    @Autowired
    Users users;

    @Autowired
    PasswordEncoder encoder;

    @Autowired
    AuditTrail audit;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Test
    void addsAUserWhoCanSignInWithThePrintedPassword() throws IOException {
        String printed = run("add", "new-patrol", "--role", "patrol", "--jurisdiction", "330999001", "--unit", "p-7");

        String password = printed.substring(printed.lastIndexOf(' ') + 1).trim();
        TestApi.Answer me = TestApi.of(context).as("new-patrol", password).get("/api/v1/me");
        assertThat(me.json().path("unit").asString()).isEqualTo("p-7");
        assertThat(me.json().path("jurisdiction").asString()).isEqualTo("330999001");
        assertThat(run("list")).contains("new-patrol", "330999001", "p-7");
        assertThatThrownBy(() -> run("add", "new-patrol", "--role", "admin"))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(409));
    }

    @Test
    void takesAPasswordFromInputAndRefusesOneThatIsTooShort() throws IOException {
        runWithInput("correct horse\n", "add", "from-input", "--role", "planner", "--password-stdin");

        assertThat(TestApi.of(context)
                        .as("from-input", "correct horse")
                        .get("/api/v1/me")
                        .status())
                .isEqualTo(200);
        assertThatThrownBy(() -> runWithInput("short\n", "password", "from-input", "--password-stdin"))
                .hasMessageContaining("8 characters");
        assertThatThrownBy(() -> runWithInput("", "password", "from-input", "--password-stdin"))
                .hasMessageContaining("empty");
    }

    @Test
    void printsATokenThatWorksUntilItIsRevoked() throws IOException {
        run("add", "machine", "--role", "dispatcher");

        String token = run("token", "machine").trim();

        assertThat(TestApi.of(context).withToken(token).get("/api/v1/me").status())
                .isEqualTo(200);
        assertThat(run("token", "machine", "--revoke")).contains("Revoked 1");
        assertThat(TestApi.of(context).withToken(token).get("/api/v1/me").status())
                .isEqualTo(401);
        assertThatThrownBy(() -> run("token", "nobody-here")).hasMessageContaining("nobody-here");
    }

    @Test
    void makesOneDemoUserARoleAtTheFirstStartOnly() {
        onEmptyRegister(() -> {
            String printed = bootstrap("");

            List<String> lines = Files.readAllLines(home.resolve("credentials"));
            assertThat(lines).hasSize(4);
            for (String line : lines) {
                String[] words = line.split(" ");
                assertThat(words).hasSize(3);
                assertThat(printed).contains(words[2]);
                assertThat(encoder.matches(
                                words[2], users.find(words[1]).orElseThrow().passwordHash()))
                        .isTrue();
            }
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("credentials"))))
                    .isEqualTo("rw-------");
            assertThat(bootstrap(""))
                    .contains("users already")
                    .doesNotContain(lines.get(0).split(" ")[2]);
            assertThat(Files.readAllLines(home.resolve("credentials"))).isEqualTo(lines);
        });
    }

    @Test
    void givesAllDemoUsersTheSetPasswordNowAndLater() {
        onEmptyRegister(() -> {
            bootstrap("first set password");
            assertThat(Files.readAllLines(home.resolve("credentials")))
                    .contains("admin admin first set password", "patrol patrol first set password");

            bootstrap("second set password");
            assertThat(encoder.matches(
                            "second set password",
                            users.find("planner").orElseThrow().passwordHash()))
                    .isTrue();
            assertThatThrownBy(() -> bootstrap("x".repeat(73))).hasMessageContaining("72 bytes");
        });
    }

    @Test
    void makesNoUserWhenTheCredentialsCannotBeWritten() {
        onEmptyRegister(() -> {
            Path file = Files.createFile(home.resolve("a-file-not-a-folder"));

            assertThatThrownBy(() -> demo(file.resolve("below"), "").bootstrap())
                    .hasMessageContaining("no user was made");
        });
    }

    private interface Story {
        void tell() throws IOException;
    }

    /** In a transaction that is rolled back, so that the other tests keep their users. */
    private void onEmptyRegister(Story story) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("DELETE FROM access.users").update();
            try {
                story.tell();
            } catch (IOException failure) {
                throw new AssertionError(failure);
            } finally {
                status.setRollbackOnly();
            }
        });
    }

    private String bootstrap(String setPassword) {
        return printedBy(() -> demo(home, setPassword).bootstrap());
    }

    private DemoUsers demo(Path folder, String setPassword) {
        return new DemoUsers(users, encoder, audit, transaction, folder, setPassword);
    }

    private String run(String... args) throws IOException {
        return printedBy(() -> assertThat(command.run(List.of(args))).isZero());
    }

    private String runWithInput(String input, String... args) throws IOException {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
        try {
            return run(args);
        } finally {
            System.setIn(before);
        }
    }

    private interface Printing {
        void print() throws IOException;
    }

    private static String printedBy(Printing printing) {
        PrintStream before = System.out;
        ByteArrayOutputStream caught = new ByteArrayOutputStream();
        System.setOut(new PrintStream(caught, true, StandardCharsets.UTF_8));
        try {
            printing.print();
        } catch (IOException failure) {
            throw new AssertionError(failure);
        } finally {
            System.setOut(before);
        }
        return caught.toString(StandardCharsets.UTF_8);
    }
}
