package org.gridward.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gridward.platform.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UserArgumentsTest {

    @Test
    void readsEveryOptionOfAdd() {
        UserArguments asked = UserArguments.read(List.of(
                "add",
                "wang",
                "--role",
                "patrol",
                "--role",
                "PLANNER",
                "--jurisdiction",
                "330999001",
                "--unit",
                "patrol-7",
                "--password-stdin"));

        assertThat(asked)
                .isEqualTo(new UserArguments(
                        "add",
                        "wang",
                        Set.of(Role.PATROL, Role.PLANNER),
                        "330999001",
                        Optional.of("patrol-7"),
                        true,
                        false));
    }

    @Test
    void takesTheWholeCityWhereNoJurisdictionIsSaid() {
        assertThat(UserArguments.read(List.of("add", "wang", "--role", "admin")).jurisdiction())
                .isEqualTo("*");
    }

    @ParameterizedTest(name = "user {0} says: {1}")
    @CsvSource({
        "remove x,                               'remove'",
        "add,                                    ''",
        "add Wang --role admin,                  'Wang'",
        "add anonymous --role admin,             'anonymous'",
        "add wang,                               --role",
        "add wang --role king,                   'king'",
        "add wang --role resident,               'resident'",
        "add wang --role,                        --role needs a value",
        "add wang --role --unit,                 --role needs a value",
        "add wang --role admin --jurisdiction ;, ';'",
        "list --role admin,                      '--role'",
        "password wang --revoke,                 '--revoke'",
    })
    void namesTheWordThatIsWrong(String line, String named) {
        assertThatThrownBy(() -> UserArguments.read(List.of(line.split(" "))))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.status()).isEqualTo(400);
                    assertThat(problem.detail()).contains(named);
                });
    }
}
