package cn.citybrain.parking.onboarding.application;

import cn.citybrain.parking.onboarding.application.life.Applications;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.merchant.Merchant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Complete and right applications at the channels that sign on site, for tests. The people are invented. */
public final class BankForm {

    /** The papers that {@link #values} need. */
    public static final List<String> PAPERS = List.of("licenceCopy");

    private BankForm() {}

    public static Map<String, String> values(Channel channel, Merchant merchant, String accountNumber) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("contactName", "张三丰");
        values.put("mobilePhone", "13857100001");
        values.put("contactEmail", "zhang@example.com");
        values.put("licenceNumber", merchant.uscc());
        values.put("merchantName", merchant.name());
        values.put("legalPerson", "张三丰");
        values.put("licencePeriodBegin", "2015-03-01");
        values.put("licencePeriodEnd", "长期");
        values.put("storeName", "测试停车场");
        values.put("storeAddress", "西湖区天目山路 1 号");
        values.put("bankName", "测试银行股份有限公司西湖支行");
        values.put("accountName", merchant.name());
        values.put("accountNumber", accountNumber);
        if (channel == Channel.UNIONPAY) {
            values.put("signingBank", "icbc");
        }
        if (channel == Channel.CMB) {
            values.put("bankBranchId", "308584000013");
            values.put("idCardNumber", "330106198001011235");
            values.put("merchantShortname", "测试停车");
            values.put("spaceCount", "320");
        }
        return values;
    }

    /** Creates, fills and submits an application, and returns its number. */
    public static String submit(
            Applications applications, Channel channel, Merchant merchant, String accountNumber, String userId) {
        String no = applications.create(channel, merchant.tenantId(), userId);
        applications.saveDraft(no, 0, values(channel, merchant, accountNumber), userId);
        PAPERS.forEach(key -> applications.attach(no, key, key + ".png", "image/png", SampleForm.PICTURE, userId));
        applications.submit(no, userId);
        return no;
    }
}
