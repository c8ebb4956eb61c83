package cn.citybrain.parking.onboarding.masterdata.lot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class LotEntryTest {

    @Test
    void acceptsWhatIsRightWithAndWithoutWhatMayBeMissing() {
        assertThat(entry("3301020001", "120.164410", "30.252710", "420", "4").faults())
                .isEmpty();
        assertThat(entry("A-1_b", "", "", "1", "").faults()).isEmpty();
        assertThat(entry("3301020001", "", "", "420", "0").lanes())
                .as("0 is what is kept where nobody has said")
                .isEmpty();
    }

    @Test
    void saysWhatIsMissing() {
        Map<String, String> faults = new LotEntry(null, null, null, null, null, null, null, null, null).faults();

        assertThat(faults).containsOnlyKeys("code", "company", "name", "address", "spaces");
    }

    @Test
    void refusesPlacesThatAreHalfOrExchangedOrAbroad() {
        assertThat(entry("3301020001", "120.1", "", "10", "").faults()).containsOnlyKeys("latitude");
        assertThat(entry("3301020001", "", "30.2", "10", "").faults()).containsOnlyKeys("longitude");
        assertThat(entry("3301020001", "30.252710", "120.164410", "10", "").faults())
                .as("exchanged")
                .containsOnlyKeys("longitude", "latitude");
        assertThat(entry("3301020001", "120,1", "30.2", "10", "").faults()).containsOnlyKeys("longitude");
    }

    @Test
    void refusesCountsThatAreNone() {
        for (String spaces : new String[] {"0", "-1", "12.5", "一百", "100001", "9999999"}) {
            assertThat(entry("3301020001", "", "", spaces, "").faults())
                    .as(spaces)
                    .containsOnlyKeys("spaces");
        }
        assertThat(entry("3301020001", "", "", "10", "201").faults()).containsOnlyKeys("lanes");
    }

    @Test
    void refusesCodesThatAMessageCannotBeAddressedTo() {
        for (String code : new String[] {"33/01", "33+01", "33#1", "ab cd", "ab", "停车场一号", "3.3E+09"}) {
            assertThat(entry(code, "", "", "10", "").faults()).as(code).containsOnlyKeys("code");
        }
    }

    private static LotEntry entry(String code, String longitude, String latitude, String spaces, String lanes) {
        return new LotEntry(code, "hubin", "湖滨银泰停车场", "东坡路7号", longitude, latitude, spaces, lanes, "0571-87000001");
    }
}
