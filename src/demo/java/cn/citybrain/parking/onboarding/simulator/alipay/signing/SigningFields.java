package cn.citybrain.parking.onboarding.simulator.alipay.signing;

import java.util.LinkedHashMap;
import java.util.Map;

/** What an application is made of, by Alipay's names, in the order of its form. */
public final class SigningFields {

    public static final Map<String, String> WORDS = new LinkedHashMap<>();

    static {
        WORDS.put("account", "商户账号");
        WORDS.put("contact_name", "联系人姓名");
        WORDS.put("contact_mobile", "联系人手机");
        WORDS.put("contact_email", "联系人邮箱");
        WORDS.put("product_code", "产品码");
        WORDS.put("mcc_code", "经营类目");
        WORDS.put("business_license_no", "营业执照号码");
        WORDS.put("business_license_pic", "营业执照图片");
        WORDS.put("long_term", "营业期限是否长期");
        WORDS.put("date_limitation", "营业期限");
        WORDS.put("special_license_pic", "特殊资质图片");
        WORDS.put("shop_name", "门店名称");
        WORDS.put("shop_province_code", "门店所在省");
        WORDS.put("shop_city_code", "门店所在市");
        WORDS.put("shop_district_code", "门店所在区县");
        WORDS.put("shop_detail_address", "门店详细地址");
        WORDS.put("shop_sign_board_pic", "门头照");
    }

    private SigningFields() {}
}
