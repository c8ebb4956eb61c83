package cn.citybrain.parking.onboarding.application.form;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.TestClock;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values that have to go with other values of WeChat Pay's form, which asks for most of them. */
class RelationsTest {

    private static final Merchant MERCHANT =
            new Merchant(1, "t", "杭州西湖停车有限公司", "91330100799655058B", "office@example.com");

    private final Catalogue form = new Catalogues(new ObjectMapper(), TestBanks.configured()).of(Channel.WECHATPAY);
    private final DraftCheck check =
            new DraftCheck(new FieldRules(Clock.fixed(TestClock.START, ZoneId.of("Asia/Shanghai"))));
    private final Map<String, String> values = new HashMap<>();

    @BeforeEach
    void aRightForm() {
        values.putAll(SampleForm.values(MERCHANT, "571900123410801"));
        SampleForm.PAPERS.forEach(key -> values.put(key, "document"));
    }

    private CheckResult result() {
        return check.check(form, values, MERCHANT.uscc());
    }

    private String fault(String key) {
        return result().fields().get(key);
    }

    private String doubt(String key) {
        assertThat(result().fields()).isEmpty();
        return result().warnings().get(key);
    }

    @Test
    void aFormFromBeforeThereWereKindsIsRightAsItIs() {
        assertThat(values).doesNotContainKey("legalIdKind");
        assertThat(result().fields()).isEmpty();
        assertThat(result().warnings()).isEmpty();
        values.remove("idCardNational");
        assertThat(fault("idCardNational")).isEqualTo("请上传证件反面");
    }

    @Test
    void aPassportHasItsOwnNumberAndNoBack() {
        values.put("legalIdKind", "OVERSEA_PASSPORT");
        assertThat(fault("idCardNumber")).startsWith("证件号码是居民身份证的号码，与证件类型“护照”不符");

        values.put("idCardNumber", "E12345678");
        values.remove("idCardNational");
        assertThat(result().fields()).isEmpty();
    }

    @Test
    void theSuperAdministratorsAndTheOwnersNumbersGoByTheirOwnKinds() {
        values.putAll(Map.of(
                "contactType", "SUPER",
                "contactIdKind", "TAIWAN_PASSPORT",
                "contactIdNumber", "330106198001011235",
                "contactPeriodBegin", "2020-01-01",
                "contactPeriodEnd", "长期",
                "contactIdCopy", "document",
                "contactIdCopyBack", "document",
                "authorizationLetter", "document"));
        values.putAll(Map.of(
                "owner", "false",
                "uboIdKind", "HONGKONG_PASSPORT",
                "uboName", "李受益",
                "uboIdNumber", "M10402667",
                "uboAddress", "香港九龙塘",
                "uboPeriodBegin", "2020-01-01",
                "uboPeriodEnd", "长期",
                "uboIdCopy", "document",
                "uboIdCopyBack", "document"));

        assertThat(result().fields()).containsOnlyKeys("contactIdNumber", "uboIdNumber");
        assertThat(fault("uboIdNumber")).contains("澳门居民来往内地通行证");
    }

    @ParameterizedTest
    @ValueSource(strings = {"停车场", "地下停车场", "杭州停车", "智慧停车收费", "停车管理有限公司", "8 号停车场", "公共停车库", "停車場", "Parking"})
    void aShortNameThatFitsAnyLotIsADoubt(String name) {
        values.put("merchantShortname", name);

        assertThat(doubt("merchantShortname")).contains("“" + name + "”是泛称");
    }

    @ParameterizedTest
    @ValueSource(strings = {"西湖停车", "湖滨银泰停车场", "IN Park", "IN77停车场", "武林广场地下车库", "城西停车"})
    void aShortNameThatSaysWhoseItIsIsNone(String name) {
        values.put("merchantShortname", name);

        assertThat(result().warnings()).isEmpty();
    }

    @Test
    void aShortNameThatIsAPersonsAloneIsADoubt() {
        values.put("merchantShortname", "张三丰");

        assertThat(doubt("merchantShortname")).contains("只是一个人的姓名");
    }

    @ParameterizedTest
    @ValueSource(strings = {"无", "***", "——", "N/A"})
    void aPlaceholderIsNoName(String name) {
        values.put("merchantName", name);

        assertThat(fault("merchantName")).isNotNull();
    }

    @Test
    void anIndividualBusinessIsNoCompany() {
        values.put("subjectType", "INDIVIDUAL");

        assertThat(fault("merchantName")).contains("以“公司”结尾");
        values.put("merchantName", "个体户张三丰");
        values.put("accountName", "个体户张三丰");
        assertThat(result().fields()).isEmpty();
    }

    @Test
    void aDocumentOfTodayIsToldToWait() {
        values.put("licencePeriodBegin", "2026-11-23");
        assertThat(fault("licencePeriodBegin")).contains("应早于今天", "请明天再提交");

        values.put("licencePeriodBegin", "1899-12-31");
        assertThat(fault("licencePeriodBegin")).contains("不能早于 1900-01-01");
    }

    @Test
    void aNameOfDigitsAloneIsNone() {
        values.put("contactName", "13857100001");

        assertThat(fault("contactName")).isEqualTo("联系人姓名不能只有数字和符号");
    }

    @ParameterizedTest
    @CsvSource({
        "330200, 西湖区天目山路 1 号, 杭州市",
        "330200, 杭州市西湖区天目山路 1 号, 杭州市",
        "330100, 浙江省宁波市海曙区中山东路 1 号, 宁波市",
        "330100, 义乌市稠州北路 1 号, 金华市",
        "110100, 浙江省杭州市上城区演示路 1 号, 杭州市"
    })
    void aCityThatTheAddressContradictsIsADoubt(String code, String address, String named) {
        values.put("storeAddressCode", code);
        values.put("storeAddress", address);

        assertThat(doubt("storeAddressCode")).contains("停车场地址写的是" + named);
    }

    @ParameterizedTest
    @CsvSource({
        "330100, 西湖区天目山路 1 号",
        "330106, 杭州市西湖区天目山路 1 号",
        "330100, 中山北路 100 号",
        "330100, 上城区宁波路 2 号",
        "330700, 义乌市稠州北路 1 号",
        "310115, 上海市浦东新区世纪大道 1 号",
        "110100, 北京市朝阳区建国路 1 号"
    })
    void aCityThatFitsTheAddressIsNone(String code, String address) {
        values.put("storeAddressCode", code);
        values.put("storeAddress", address);

        assertThat(doubt("storeAddressCode")).isNull();
    }

    @Test
    void aCodeThatIsNoneIsADoubt() {
        values.put("storeAddressCode", "330199");

        assertThat(doubt("storeAddressCode")).contains("“330199”不在行政区划代码表里");
    }

    @ParameterizedTest
    @CsvSource({
        "北京银行股份有限公司杭州分行, 330100",
        "宁波银行股份有限公司杭州分行, 330100",
        "杭州联合农村商业银行股份有限公司古荡支行, 330100",
        "杭州银行股份有限公司北京分行, 110100"
    })
    void aBranchOfAnotherCitysBankFitsWhereItIs(String branch, String code) {
        values.putAll(Map.of("accountBank", "其他银行", "bankName", branch, "bankAddressCode", code));
        assertThat(doubt("bankAddressCode")).isNull();

        values.put("bankAddressCode", "440100");
        assertThat(doubt("bankAddressCode")).contains("开户支行全称写的是");
    }

    @Test
    void aNumberOfAnotherBankDoesNotGoWithTheBranch() {
        values.putAll(Map.of("accountBank", "其他银行", "bankName", "招商银行股份有限公司杭州城西支行", "bankBranchId", "102331000014"));
        assertThat(fault("bankBranchId")).isEqualTo("开户支行联行号的前三位 102 是工商银行的，与“招商银行股份有限公司杭州城西支行”不是同一家银行，请核对");

        values.put("bankBranchId", "313331000006");
        assertThat(fault("bankBranchId")).contains("前三位 313 不是招商银行的");

        values.put("bankName", "杭州银行股份有限公司文三支行");
        assertThat(doubt("bankBranchId")).isNull();

        values.put("bankBranchId", "308331012167");
        assertThat(doubt("bankBranchId")).contains("前三位 308 是招商银行的", "不像同一家银行");

        values.put("bankBranchId", "313331000007");
        assertThat(doubt("bankBranchId")).contains("末位校验不符");
    }

    /** What is left over from another choice says nothing. */
    @Test
    void aBranchThatIsNotInTheFormIsNotCompared() {
        values.put("bankName", "宁波银行股份有限公司宁波分行");

        assertThat(result().fields()).isEmpty();
        assertThat(result().warnings()).isEmpty();
    }
}
