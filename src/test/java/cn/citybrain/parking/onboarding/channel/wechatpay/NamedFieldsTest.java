package cn.citybrain.parking.onboarding.channel.wechatpay;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where WeChat Pay's error answers name a field. */
class NamedFieldsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'detail':{'location':'body','field':'/contact_info/mobile_phone','value':'/bank_account_info/x'}}",
                "{'details':'输入源“/contact_info/mobile_phone”映射到字段“联系手机”解密失败'}",
                "{'details':[{'issue':'输入源“/body/contact_info/mobile_phone”不合规则','value':'account_name'}]}",
                "{'detail':[{'field':'mobile_phone'}],'message':'参数错误'}",
                "{'message':'参数错误(contact_info/mobile_phone)有误'}"
            })
    void isFoundWhereverItStands(String answer) {
        assertThat(named(answer)).containsExactly("mobilePhone");
    }

    @Test
    void aFieldThatOurFormDoesNotHaveIsNamedAllTheSame() {
        assertThat(named("{'detail':{'field':'/settlement_info/settlement_id'}}"))
                .containsExactly("");
        assertThat(named("{'message':'输入源“/settlement_info/settlement_id”'}")).containsExactly("");
        assertThat(named("{'message':'商户名称与营业执照不符'}")).isEmpty();
    }

    @Test
    void addressesAndMailAddressesAreNoFields() {
        assertThat(named("{'message':'请到 pay.weixin.qq.com/index.php 或写信给 help@name.example'}"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "(bank_account_info/account_name)有误, (开户名称)有误",
        "“merchant_shortname”有误, “商户简称”有误",
        "/settlement_info/settlement_id 有误, /settlement_info/settlement_id 有误",
        "商户名称与营业执照不符, 商户名称与营业执照不符"
    })
    void pathsBecomeWords(String words, String spoken) {
        assertThat(NamedFields.spoken(words)).isEqualTo(spoken);
    }

    private static List<String> named(String answer) {
        return NamedFields.in(JsonParser.parseString(answer.replace('\'', '"')).getAsJsonObject());
    }
}
