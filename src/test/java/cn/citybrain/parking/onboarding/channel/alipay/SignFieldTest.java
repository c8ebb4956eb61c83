package cn.citybrain.parking.onboarding.channel.alipay;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.channel.FieldIssue;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sentences in which Alipay refuses, and the fields of ours that they mean. */
class SignFieldTest {

    @ParameterizedTest
    @CsvSource({
        "参数 business_license_no 格式不正确, licenceNumber",
        "special_license_pic：物价审批表上没有停车场名称, feePaperCopy",
        "物价审批表：上面没有停车场名称, feePaperCopy",
        "营业执照号码与工商登记不一致, licenceNumber",
        "营业执照看不清, licenceCopy",
        "您上传的门头照不清晰, storeEntrancePic",
        "该支付宝账号不存在, alipayAccount",
        "long_term 与 date_limitation 只能填一个, licencePeriodEnd",
        "shop_district_code 不在 shop_city_code 内, storeAddress",
        "contact_email 有误, contactEmail",
        "企业名称与签约主体不一致, merchantName"
    })
    void leadBackToOneField(String sentence, String key) {
        assertThat(SignField.issues(sentence)).containsExactly(new FieldIssue(key, sentence));
    }

    @Test
    void canMeanSeveralFields() {
        assertThat(SignField.issues("营业执照和门头照不一致"))
                .extracting(FieldIssue::fieldKey)
                .containsExactly("licenceCopy", "storeEntrancePic");
    }

    @Test
    void canMeanNone() {
        assertThat(SignField.issues("经营范围不符合准入要求")).isEqualTo(List.of(new FieldIssue("", "经营范围不符合准入要求")));
        assertThat(SignField.issues(" ")).isEmpty();
    }
}
