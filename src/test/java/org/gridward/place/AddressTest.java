package org.gridward.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressTest {

    @ParameterizedTest
    @CsvSource({
        "文涵路922-926, 文涵路, 922, 926",
        "文涵路922-926号, 文涵路, 922, 926",
        "文涵路922号至926号, 文涵路, 922, 926",
        "文涵路 922 — 926, 文涵路, 922, 926",
        "文涵路922號至926號, 文涵路, 922, 926",
        "文涵路９２２－９２６号, 文涵路, 922, 926",
        "文涵路926-922, 文涵路, 922, 926",
        "文涵路922号, 文涵路, 922, 922",
        "Wenhan Road 922-926, Wenhan Road, 922, 926",
    })
    void readsHouseNumbersOfAStreet(String written, String street, int from, int to) {
        assertThat(Address.of(written).numbers()).contains(new Address.Numbers(street, from, to, Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource({
        "171-401, , 171",
        "171号401室, , 171",
        "171幢401, , 171",
        "171 401室, , 171",
        "祥东小区171号401室, 祥东小区, 171",
        "祥东小区171-401, 祥东小区, 171",
        "65号, , 65",
        "65, , 65",
        "祥东小区65号楼, 祥东小区, 65",
    })
    void readsABuildingWithOrWithoutEstateAndRoom(String written, String estate, String building) {
        assertThat(Address.of(written).building()).hasValueSatisfying(read -> {
            assertThat(read.estate()).isEqualTo(Optional.ofNullable(estate));
            assertThat(read.number()).isEqualTo(building);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "171-401, , 171, , 401",
        "171号401室, , 171, , 401",
        "祥东小区3幢2单元401室, 祥东小区, 3, 2, 401",
        "祥东小区３棟２單元４０１室, 祥东小区, 3, 2, 401",
        "祥东小区3-2-401, 祥东小区, 3, 2, 401",
        "文诚路12弄3号501室, 文诚路12弄, 3, , 501",
        "文诚路12弄3幢2单元501, 文诚路12弄, 3, 2, 501",
        "文诚路12弄3号, 文诚路12弄, 3, , ",
        "祥东小区171栋, 祥东小区, 171, , ",
        "祥东小区3栋2单元, 祥东小区, 3, 2, ",
        "祥东小区65号楼1203室, 祥东小区, 65, , 1203",
    })
    void readsLanesUnitsAndRooms(String written, String estate, String building, String unit, String room) {
        assertThat(Address.of(written).building())
                .contains(new Address.Building(
                        Optional.ofNullable(estate), building, Optional.ofNullable(unit), Optional.ofNullable(room)));
    }

    @ParameterizedTest
    @CsvSource({
        "灯杆号黄桥村116, 黄桥村116",
        "灯杆号：黄桥村１１６, 黄桥村116",
        "燈桿號 黄桥村116, 黄桥村116",
        "路灯黄桥村116, 黄桥村116",
        "灯杆 海安路0012, 海安路0012",
        "路灯编号#7, 7",
    })
    void readsTheNumberOnALampPost(String written, String number) {
        assertThat(Address.of(written).lampPost()).contains(number);
    }

    @Test
    void takesAHouseWithARoomForAHouse() {
        assertThat(Address.of("文涵路922号401室").numbers())
                .contains(new Address.Numbers("文涵路", 922, 922, Optional.of("401")));
    }

    @Test
    void takesABuildingAndRoomForNoStreet() {
        assertThat(Address.of("171-401").numbers()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"渔港广场", "''", "-", "922-926-930-", "号", "a-b"})
    void readsNothingFromATextWithoutNumbers(String written) {
        Address address = Address.of(written);
        assertThat(address.numbers()).isEmpty();
        assertThat(address.building()).isEmpty();
    }

    @Test
    void endsQuicklyOnALongTextThatAlmostFits() {
        for (String text : new String[] {
            "9 ".repeat(5_000) + "路", "路9 ".repeat(60), "9弄".repeat(90), "灯".repeat(190), "9".repeat(190) + "室路"
        }) {
            assertThat(Address.of(text).text()).isNotEmpty();
        }
    }
}
