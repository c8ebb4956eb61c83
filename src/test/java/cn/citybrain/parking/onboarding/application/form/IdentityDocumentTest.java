package cn.citybrain.parking.onboarding.application.form;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.TestClock;
import cn.citybrain.parking.onboarding.application.form.Field.Option;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.TestBanks;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Numbers of identity documents, by the kind of the document. All are invented. */
class IdentityDocumentTest {

    private static final LocalDate TODAY = LocalDate.ofInstant(TestClock.START, ZoneId.of("Asia/Shanghai"));

    @ParameterizedTest
    @EnumSource
    void takesANumberOfItsOwn(IdentityDocument kind) {
        String number = CompleteForm.NUMBERS.get(kind);

        assertThat(kind.fault(number, TODAY)).isEmpty();
        assertThat(IdentityDocument.faultOfAny(number)).isEmpty();
    }

    /** The new card of foreigners has 18 digits, the old one three letters and 12 digits. */
    @ParameterizedTest
    @CsvSource({
        "FOREIGN_RESIDENT, 933124198807140033",
        "HONGKONG_MACAO_RESIDENT, 820000198501010012",
        "HONGKONG_PASSPORT, H1040266701",
        "TAIWAN_PASSPORT, 0123456701",
        "OVERSEA_PASSPORT, 1234",
        "OVERSEA_PASSPORT, X12-345678901"
    })
    void takesItsOtherNumbersToo(IdentityDocument kind, String number) {
        assertThat(kind.fault(number, TODAY)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "IDCARD, E12345678, 应为 18 位",
        "OVERSEA_PASSPORT, E12, 4 到 15 位",
        "OVERSEA_PASSPORT, PASSPORT, 4 到 15 位",
        "HONGKONG_PASSPORT, H1234567, 应以 H 开头",
        "MACAO_PASSPORT, 12345678, 应以 M 开头",
        "TAIWAN_PASSPORT, T12345678, 8 位或 10 位",
        "FOREIGN_RESIDENT, CA1100100812310, 9 开头的 18 位",
        "FOREIGN_RESIDENT, 933124198807140034, 校验位不符",
        "HONGKONG_MACAO_RESIDENT, 810000199413230021, 出生日期不存在",
        "TAIWAN_RESIDENT, 830000199201300021, 校验位不符"
    })
    void saysWhatIsWrong(IdentityDocument kind, String number, String words) {
        assertThat(kind.fault(number, TODAY))
                .hasValueSatisfying(fault -> assertThat(fault).contains(words));
    }

    @ParameterizedTest
    @CsvSource({
        "IDCARD, 810000199408230021, 港澳居民居住证",
        "IDCARD, 830000199201300022, 台湾居民居住证",
        "IDCARD, 933124198807140033, 外国人永久居留身份证",
        "IDCARD, H10402667, 香港居民来往内地通行证",
        "MACAO_PASSPORT, H10402667, 香港居民来往内地通行证",
        "TAIWAN_RESIDENT, 810000199408230021, 港澳居民居住证",
        "OVERSEA_PASSPORT, 330106198001011235, 居民身份证"
    })
    void aNumberThatTellsItsKindSaysWhichToChoose(IdentityDocument kind, String number, String other) {
        assertThat(kind.fault(number, TODAY))
                .hasValueSatisfying(fault ->
                        assertThat(fault).startsWith("是" + other + "的号码").contains("请改选证件类型"));
    }

    @Test
    void nothingSaidIsTheIdentityCard() {
        assertThat(IdentityDocument.of(null)).isEqualTo(IdentityDocument.IDCARD);
        assertThat(IdentityDocument.of("")).isEqualTo(IdentityDocument.IDCARD);
    }

    /** Whatever a form lets people choose has rules for its number. */
    @ParameterizedTest
    @EnumSource
    void everyKindThatAFormOffersIsKnown(Channel channel) {
        Catalogue form = new Catalogues(new ObjectMapper(), TestBanks.configured()).of(channel);
        List<String> known =
                Arrays.stream(IdentityDocument.values()).map(Enum::name).toList();
        form.fields().filter(field -> field.checks().document() != null).forEach(number -> {
            Field kind = form.field(number.checks().document()).orElseThrow();
            assertThat(kind.options()).extracting(Option::value).containsExactlyElementsOf(known);
            assertThat(kind.otherwise()).isEqualTo(IdentityDocument.IDCARD.name());
        });
    }
}
