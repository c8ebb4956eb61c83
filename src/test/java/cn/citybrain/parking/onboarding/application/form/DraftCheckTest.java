package cn.citybrain.parking.onboarding.application.form;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.TestClock;
import cn.citybrain.parking.onboarding.application.ApplicationState;
import cn.citybrain.parking.onboarding.application.CheckResult;
import cn.citybrain.parking.onboarding.application.SampleForm;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.TestBanks;
import cn.citybrain.parking.onboarding.merchant.Merchant;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DraftCheckTest {

    private static final Merchant MERCHANT =
            new Merchant(1, "t", "杭州西湖停车有限公司", "91330100799655058B", "office@example.com");

    private final Catalogue catalogue =
            new Catalogues(new ObjectMapper(), TestBanks.configured()).of(Channel.WECHATPAY);
    private final DraftCheck check =
            new DraftCheck(new FieldRules(Clock.fixed(TestClock.START, ZoneId.of("Asia/Shanghai"))));
    private final Map<String, String> values = new HashMap<>();

    @BeforeEach
    void aRightForm() {
        values.putAll(SampleForm.values(MERCHANT, "571900123410801"));
        SampleForm.PAPERS.forEach(key -> values.put(key, "document"));
    }

    @Test
    void findsNothingInARightForm() {
        assertThat(result().fields()).isEmpty();
        assertThat(result().warnings()).isEmpty();
    }

    @Test
    void namesEveryMissingFieldInAnEmptyForm() {
        values.clear();

        assertThat(result().fields())
                .containsEntry("contactName", "请填写联系人姓名")
                .containsEntry("licenceCopy", "请上传营业执照照片")
                .containsEntry("subjectType", "请选择主体类型")
                .doesNotContainKeys("contactIdNumber", "uboName", "owner", "bankName", "bankBranchId");
    }

    @Test
    void asksForTheAgentsPapersWhenTheContactIsNotTheLegalRepresentative() {
        values.put("contactType", "SUPER");

        assertThat(result().fields().keySet())
                .containsExactlyInAnyOrder(
                        "contactIdNumber",
                        "contactIdCopy",
                        "contactIdCopyBack",
                        "contactPeriodBegin",
                        "contactPeriodEnd",
                        "authorizationLetter");
    }

    @Test
    void asksForTheBeneficialOwnerOfAnEnterpriseOnly() {
        values.put("owner", "false");
        assertThat(result().fields())
                .containsKeys("uboName", "uboIdNumber", "uboIdCopy")
                .hasSize(7);

        values.put("subjectType", "INDIVIDUAL");
        values.put("merchantName", "西湖区停车服务部");
        assertThat(result().fields()).isEmpty();
    }

    @Test
    void asksForTheBranchOfAnUnlistedBank() {
        values.put("accountBank", "其他银行");
        assertThat(result().fields().keySet()).isEqualTo(Set.of("bankName"));

        values.put("bankName", "杭州联合农村商业银行股份有限公司古荡支行");
        values.put("bankBranchId", "3133310");
        assertThat(result().fields().get("bankBranchId")).contains("12 位数字");
    }

    @Test
    void keepsEnterprisesFromPersonalAccounts() {
        values.put("bankAccountType", "PERSONAL");
        assertThat(result().fields()).containsKey("bankAccountType");

        values.put("subjectType", "INDIVIDUAL");
        values.put("merchantName", "西湖区停车服务部");
        values.put("accountName", "张三丰");
        assertThat(result().fields()).isEmpty();
        assertThat(result().warnings()).isEmpty();
    }

    @Test
    void wantsTheEndAfterTheBeginning() {
        values.put("idCardPeriodBegin", "2026-11-23");
        values.put("idCardPeriodEnd", "2026-11-23");

        assertThat(result().fields()).containsEntry("idCardPeriodEnd", "证件有效期结束应晚于证件有效期开始");
    }

    @Test
    void refusesExpiredLicencesAndCards() {
        values.put("licencePeriodEnd", "2026-11-22");
        values.put("idCardPeriodEnd", "2026-01-01");

        assertThat(result().fields().keySet()).containsExactly("licencePeriodEnd", "idCardPeriodEnd");
    }

    @Test
    void warnsOfDoubtsWithoutRefusing() {
        values.put("licenceNumber", "91330100799655085B");
        values.put("contactName", "李四");
        values.put("accountName", "杭州西湖停车管理有限公司");

        assertThat(result().ok()).isTrue();
        assertThat(result().warnings().keySet()).containsExactly("contactName", "licenceNumber", "accountName");
        assertThat(result().warnings().get("licenceNumber")).contains("校验位不符");
    }

    @Test
    void warnsOfACodeOfAnotherCompany() {
        values.put("licenceNumber", "9111000071093123XX");

        assertThat(result().warnings().get("licenceNumber")).contains("与平台登记的公司代码不一致");
    }

    @ParameterizedTest
    @EnumSource(Channel.class)
    void holdsTogetherAsACatalogue(Channel channel) {
        Catalogue catalogue = new Catalogues(new ObjectMapper(), TestBanks.configured()).of(channel);
        Set<String> keys = catalogue.fields().map(Field::key).collect(java.util.stream.Collectors.toSet());

        assertThat(catalogue.fields()).allSatisfy(field -> {
            assertThat(field.label()).isNotBlank();
            assertThat(field.help()).isNotBlank();
            assertThat(keys).containsAll(field.condition().fields().keySet());
            assertThat(field.after() == null || keys.contains(field.after())).isTrue();
            assertThat(field.type() == FieldType.CHOICE || field.type() == FieldType.REGION_CODE)
                    .isEqualTo(!field.options().isEmpty());
            assertThat(field.sameAs()).allSatisfy(same -> assertThat(keys).contains(same.field()));
        });
        assertThat(catalogue.fields().count()).isEqualTo(keys.size());
        assertThat(catalogue.stages()).extracting(Stage::label).doesNotContainNull();
        assertThat(catalogue.groups())
                .allSatisfy(group ->
                        assertThat(catalogue.stages()).extracting(Stage::key).contains(group.stage()));
        assertThat(catalogue.only(Set.of(catalogue.stages().get(0).key())).field(catalogue.accountField()))
                .as("the account is asked for first")
                .isPresent();
    }

    @Test
    void isFilledInAsAFormAndThenItsPapers() {
        assertThat(catalogue.stages()).extracting(Stage::key).containsExactly("form", "papers");
        assertThat(catalogue.endsWith("papers")).isTrue();
        assertThat(catalogue.isAfter("papers", "form")).isTrue();
        assertThat(catalogue.only(Set.of("form")).fields()).noneMatch(Field::isPaper);
        assertThat(catalogue.only(Set.of("papers")).fields()).isNotEmpty().allMatch(Field::isPaper);
        assertThat(catalogue.before("form").fields()).isEmpty();
        assertThat(catalogue.through("papers").fields())
                .hasSameSizeAs(catalogue.fields().toList());
        assertThat(catalogue.stage("form").title(ApplicationState.SUBMITTED)).isEqualTo("待上传资质证照");
        assertThat(catalogue.stage("papers").title(ApplicationState.SUBMITTED)).isEqualTo("待受理");
    }

    private CheckResult result() {
        return check.check(catalogue, values, MERCHANT.uscc());
    }
}
