package cn.citybrain.parking.onboarding.application.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.citybrain.parking.onboarding.TestClock;
import cn.citybrain.parking.onboarding.application.CheckResult;
import cn.citybrain.parking.onboarding.application.form.Field.Option;
import cn.citybrain.parking.onboarding.channel.Banks;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.TestBanks;
import cn.citybrain.parking.onboarding.channel.fixture.Applicant;
import cn.citybrain.parking.onboarding.channel.fixture.ChannelFixtures;
import cn.citybrain.parking.onboarding.channel.fixture.EachThatSignsOnSite;
import cn.citybrain.parking.onboarding.merchant.Merchant;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.Mockito;

/** What the forms of the channels that sign on site ask for. */
class CatalogueTest {

    private static final Merchant MERCHANT =
            new Merchant(1, "t", "杭州西湖停车有限公司", "91330100799655058B", "office@example.com");

    private final Catalogues catalogues = new Catalogues(new ObjectMapper(), TestBanks.configured());
    private final DraftCheck check =
            new DraftCheck(new FieldRules(Clock.fixed(TestClock.START, ZoneId.of("Asia/Shanghai"))));

    @ParameterizedTest
    @EnumSource
    void holdsTogether(Channel channel) {
        Catalogue catalogue = catalogues.of(channel);
        Set<String> keys = catalogue.fields().map(Field::key).collect(Collectors.toSet());
        assertThat(catalogue.fields()).allSatisfy(field -> {
            assertThat(field.label()).isNotBlank();
            assertThat(field.help()).isNotBlank();
            assertThat(field.type() == FieldType.CHOICE || field.type() == FieldType.REGION_CODE)
                    .isEqualTo(!field.options().isEmpty());
            assertThat(field.pattern() == null).isEqualTo(field.patternMessage() == null);
            assertThat(field.sameAs()).allSatisfy(same -> assertThat(keys).contains(same.field()));
        });
        assertThat(catalogue.fields().count()).isEqualTo(keys.size());
        assertThat(keys).contains(catalogue.accountField(), "contactEmail");
    }

    @EachThatSignsOnSite
    void takesARightForm(Channel channel) {
        CheckResult result = result(channel, form(channel));
        assertThat(result.fields()).isEmpty();
        assertThat(result.warnings()).isEmpty();
    }

    @EachThatSignsOnSite
    void asksForEverything(Channel channel) {
        assertThat(result(channel, Map.of()).fields().keySet())
                .containsExactlyInAnyOrderElementsOf(form(channel).keySet());
    }

    @Test
    void offersTheConfiguredBanksByName() {
        assertThat(catalogues.of(Channel.UNIONPAY).field("signingBank").orElseThrow())
                .satisfies(bank -> assertThat(bank.options())
                        .contains(new Option("icbc", "中国工商银行", null), new Option("hzurcb", "杭州联合银行", null)));
        Map<String, String> form = form(Channel.UNIONPAY);
        form.put("signingBank", "monopoly");
        assertThat(result(Channel.UNIONPAY, form).fields()).containsEntry("signingBank", "签约收单银行不在可选范围内，请重新选择");
    }

    @Test
    void doesNotStartWithoutTheBanksThatAFormOffers() {
        assertThatThrownBy(() -> new Catalogues(new ObjectMapper(), Mockito.mock(Banks.class)))
                .hasMessage("onboarding.channels.unionpay.banks is empty");
    }

    @ParameterizedTest
    @ValueSource(strings = {"30858400001", "3085840000134", "30858400001X"})
    void wantsTwelveDigitsOfABranch(String number) {
        assertThat(branch(number).fields().get("bankBranchId")).startsWith("开户支行联行号应为 12 位数字");
    }

    @Test
    void wantsABranchOfChinaMerchantsBank() {
        assertThat(branch("102100099996").fields()).containsEntry("bankBranchId", "开户支行联行号应以 308 开头（招商银行），请核对开户支行");
    }

    /** The enterprise's opening bank is chosen; one that the list lacks is typed, and both are right. */
    @Test
    void offersBranchesOfChinaMerchantsBankAndTakesOthers() {
        Field branch = catalogues.of(Channel.CMB).field("bankName").orElseThrow();
        assertThat(branch.suggestions()).contains("招商银行股份有限公司杭州高新支行").doesNotHaveDuplicates();
        for (String name : List.of(branch.suggestions().get(0), "招商银行股份有限公司杭州某新支行")) {
            Map<String, String> form = form(Channel.CMB);
            form.put("bankName", name);
            assertThat(result(Channel.CMB, form).fields()).as(name).isEmpty();
        }
    }

    /** An example of public numbers; each is one of this bank in Hangzhou, and right in itself. */
    @Test
    void aBranchThatIsChosenBringsItsNumber() {
        Field branch = catalogues.of(Channel.CMB).field("bankName").orElseThrow();
        assertThat(branch.fills().field()).isEqualTo("bankBranchId");
        assertThat(branch.fills().values()).isNotEmpty().allSatisfy((name, number) -> {
            assertThat(branch.suggestions()).contains(name);
            assertThat(number).startsWith("3083310");
            assertThat(CheckDigits.clearingNumberHolds(number)).as(number).isTrue();
        });
    }

    @Test
    void aNumberThatTheListHasForAnotherBranchIsADoubt() {
        assertThat(branch("308331012062").warnings().get("bankBranchId"))
                .isEqualTo("开户支行联行号与支行列表里“招商银行股份有限公司杭州城西支行”的 308331012167 不一致，请向开户行核对");

        Map<String, String> form = form(Channel.CMB);
        form.put("bankName", "招商银行股份有限公司杭州某新支行");
        assertThat(result(Channel.CMB, form).warnings().get("bankBranchId")).contains("是“招商银行股份有限公司杭州城西支行”的");

        form.put("bankBranchId", "308331012271");
        assertThat(result(Channel.CMB, form).warnings()).isEmpty();
    }

    @Test
    void aBranchOfAnotherBankDoesNotGoWithTheNumber() {
        Map<String, String> form = form(Channel.CMB);
        form.put("bankName", "中国工商银行股份有限公司杭州武林支行");

        assertThat(result(Channel.CMB, form).fields().get("bankBranchId")).contains("308 是招商银行的", "不是同一家银行");
    }

    @Test
    void whoHasNoIdentityCardIsToldTheWayOut() {
        Field kind = catalogues.of(Channel.CMB).field("legalIdKind").orElseThrow();
        assertThat(kind.help()).contains("只收居民身份证", "照常提交", "线下办理");

        Map<String, String> form = form(Channel.CMB);
        form.putAll(Map.of("legalIdKind", "OVERSEA_PASSPORT", "idCardNumber", "E12345678"));
        assertThat(result(Channel.CMB, form).fields()).isEmpty();
    }

    @Test
    void onlyDoubtsABranchWhoseLastDigitDoesNotFit() {
        assertThat(branch("308584000014").fields()).isEmpty();
        assertThat(branch("308584000014").warnings()).containsEntry("bankBranchId", "开户支行联行号的末位校验不符，请向开户行核对");
    }

    private CheckResult branch(String number) {
        Map<String, String> form = form(Channel.CMB);
        form.put("bankBranchId", number);
        return result(Channel.CMB, form);
    }

    private static Map<String, String> form(Channel channel) {
        Map<String, String> form = new HashMap<>();
        ChannelFixtures.of(channel)
                .forms(new Applicant(MERCHANT, "571900123410801", "", List.of()))
                .values()
                .forEach(content -> {
                    form.putAll(content.values());
                    content.papers().forEach(key -> form.put(key, "document"));
                });
        return form;
    }

    private CheckResult result(Channel channel, Map<String, String> values) {
        return check.check(catalogues.of(channel), values, MERCHANT.uscc());
    }
}
