package cn.citybrain.parking.onboarding.masterdata.company;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class CompanyEntryTest {

    @Test
    void acceptsWhatIsRightWithAndWithoutWhatMayBeMissing() {
        assertThat(entry("hubin", "杭州湖滨停车管理有限公司", "91330102765432101R", "13800000000")
                        .faults())
                .isEmpty();
        assertThat(new CompanyEntry("ab", "甲", "91330102765432101R", null, null, "a@example.com").faults())
                .isEmpty();
    }

    @Test
    void tidiesWhatPeopleAndSpreadsheetsAdd() {
        CompanyEntry tidied = entry(" ＨＵＢＩＮ ", "　杭州湖滨\u00a0", "９１３３０１０２７６５４３２１０１ｒ", "１３８００００００００");

        assertThat(tidied.tenant()).isEqualTo("hubin");
        assertThat(tidied.name()).isEqualTo("杭州湖滨");
        assertThat(tidied.uscc()).isEqualTo("91330102765432101R");
        assertThat(tidied.contactPhone()).isEqualTo("13800000000");
    }

    @Test
    void saysWhatIsMissing() {
        Map<String, String> faults = entry("", "", "", "").faults();

        assertThat(faults)
                .containsEntry("tenant", "请填写公司代码")
                .containsEntry("name", "请填写公司名称")
                .containsEntry("uscc", "请填写统一社会信用代码")
                .doesNotContainKeys("contactPhone", "contactPerson");
    }

    @Test
    void refusesAWrongCheckDigitAndTellsIt() {
        assertThat(entry("hubin", "甲", "91330102765432101A", "").faults().get("uscc"))
                .contains("校验位不符");
        assertThat(entry("hubin", "甲", "9133010276543210", "").faults().get("uscc"))
                .contains("18 位");
    }

    @Test
    void refusesCodesThatTheEngineOrAnAddressCannotTake() {
        for (String tenant : new String[] {"-a", "a-", "a", "a b", "a/b", "湖滨", "a_b", "x".repeat(33)}) {
            assertThat(entry(tenant, "甲", "91330102765432101R", "").faults())
                    .as(tenant)
                    .containsOnlyKeys("tenant");
        }
    }

    @Test
    void refusesNumbersThatNobodyCanCallAndTextsThatAreTooLong() {
        assertThat(entry("hubin", "甲", "91330102765432101R", "12345678901").faults())
                .containsOnlyKeys("contactPhone");
        assertThat(entry("hubin", "甲".repeat(201), "91330102765432101R", "").faults())
                .containsOnlyKeys("name");
        assertThat(entry("hubin", "甲\uE863乙", "91330102765432101R", "").faults().get("name"))
                .contains("公司名称里第 2 个字（U+E863）不是标准字符");
    }

    @Test
    void tidiesWhatIsTypedOrPasted() {
        CompanyEntry entry = entry(" ｈubin ", "甲\n乙\u200B 公司", "9133 0102 7654 3210 1r", "（0571）8800 0000");

        assertThat(entry.faults()).isEmpty();
        assertThat(entry).isEqualTo(entry("hubin", "甲乙 公司", "91330102765432101R", "0571-88000000"));
    }

    private static CompanyEntry entry(String tenant, String name, String uscc, String phone) {
        return new CompanyEntry(tenant, name, uscc, "林晓湖", phone, "office@example.com");
    }
}
