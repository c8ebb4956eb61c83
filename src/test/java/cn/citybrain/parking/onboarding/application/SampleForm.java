package cn.citybrain.parking.onboarding.application;

import cn.citybrain.parking.onboarding.merchant.Merchant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A WeChat Pay application that is complete and right, for tests. The people are invented. */
public final class SampleForm {

    /** The smallest file that is taken for a picture. */
    public static final byte[] PICTURE = HexFormat.of()
            .parseHex("89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"
                    + "0000000d4944415478da6364f8cf500f00038601805a347d6b0000000049454e44ae426082");

    /** The papers that {@link #values} need. */
    public static final List<String> PAPERS =
            List.of("licenceCopy", "idCardCopy", "idCardNational", "storeEntrancePic", "indoorPic");

    private SampleForm() {}

    /** Typed values; the legal representative is contact and beneficial owner. */
    public static Map<String, String> values(Merchant merchant, String accountNumber) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("contactType", "LEGAL");
        values.put("contactName", "张三丰");
        values.put("mobilePhone", "13857100001");
        values.put("contactEmail", "zhang@example.com");
        values.put("subjectType", "ENTERPRISE");
        values.put("licenceNumber", merchant.uscc());
        values.put("merchantName", merchant.name());
        values.put("legalPerson", "张三丰");
        values.put("licenceAddress", "杭州市西湖区天目山路 1 号");
        values.put("licencePeriodBegin", "2015-03-01");
        values.put("licencePeriodEnd", "长期");
        values.put("idCardName", "张三丰");
        values.put("idCardNumber", "330106198001011235");
        values.put("idCardAddress", "杭州市西湖区文三路 2 号");
        values.put("idCardPeriodBegin", "2016-01-01");
        values.put("idCardPeriodEnd", "2036-01-01");
        values.put("owner", "true");
        values.put("merchantShortname", "测试停车");
        values.put("servicePhone", "0571-88888888");
        values.put("storeName", "测试停车场");
        values.put("storeAddressCode", "330100");
        values.put("storeAddress", "西湖区天目山路 1 号");
        values.put("bankAccountType", "CORPORATE");
        values.put("accountName", merchant.name());
        values.put("accountBank", "招商银行");
        values.put("bankAddressCode", "330100");
        values.put("accountNumber", accountNumber);
        return values;
    }

    /** Creates, fills and submits an application, and returns its number. */
    public static String submit(TestDrafts drafts, Merchant merchant, String accountNumber, String userId) {
        String no = fill(drafts, merchant, accountNumber, userId);
        finish(drafts, no, userId);
        return no;
    }

    /** Submits what is filled in, then uploads the papers and submits them. Returns the number of the revision. */
    public static int finish(TestDrafts drafts, String no, String userId) {
        drafts.submit(no, userId);
        upload(drafts, no, userId);
        return drafts.submit(no, userId);
    }

    /** Opens the stage of the papers, and uploads them. */
    public static void upload(TestDrafts drafts, String no, String userId) {
        drafts.open(no, "papers");
        PAPERS.forEach(key -> drafts.attach(no, key, key + ".png", PICTURE, userId));
    }

    /** Creates an application and fills in its form, and returns its number. */
    public static String fill(TestDrafts drafts, Merchant merchant, String accountNumber, String userId) {
        String no =
                drafts.create(cn.citybrain.parking.onboarding.channel.Channel.WECHATPAY, merchant.tenantId(), userId);
        drafts.save(no, 0, values(merchant, accountNumber), userId);
        return no;
    }
}
