package cn.citybrain.parking.onboarding.application;

import cn.citybrain.parking.onboarding.channel.fixture.Applicant.Lot;
import cn.citybrain.parking.onboarding.merchant.Merchant;
import cn.citybrain.parking.onboarding.merchant.ParkingLot;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What an operator fills in for Alipay, stage by stage. The people are invented. */
public final class SampleAlipay {

    private SampleAlipay() {}

    /** The account, and whom Alipay writes to. */
    public static Map<String, String> account(Merchant merchant, String account) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("hasEnterpriseAccount", "true");
        values.put("alipayAccount", account);
        values.put("merchantName", merchant.name());
        values.put("licenceNumber", merchant.uscc());
        values.put("contactName", "李晓明");
        values.put("mobilePhone", "13857100002");
        values.put("contactEmail", "li@example.com");
        return values;
    }

    /** 《支付宝多费率代扣申请表》, for a company whose licence speaks of parking fees. */
    public static Map<String, String> form(ParkingLot lot) {
        return form(List.of(new Lot(lot.code(), lot.name())));
    }

    /** As {@link #form(ParkingLot)}, for several lots; the first is the main one. */
    public static Map<String, String> form(List<Lot> lots) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("licencePeriodEnd", "长期");
        values.put("licenceHasParkingFee", "true");
        values.put("applyLots", lots.stream().map(Lot::code).collect(Collectors.joining(",")));
        values.put("storeName", lots.stream().findFirst().map(Lot::name).orElse("测试停车场"));
        values.put("storeAddress", "杭州市西湖区天目山路 1 号");
        return values;
    }

    /** The papers that go with {@link #form}. */
    public static final List<String> FORM_PAPERS = List.of("licenceCopy", "storeEntrancePic");

    /** The receiving account. */
    public static Map<String, String> receiving(Merchant merchant, String no) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("receivingAccount", no);
        values.put("payeeName", merchant.name());
        values.put("billName", "测试停车");
        values.put("servicePhone", "0571-88888888");
        return values;
    }

    public static final List<String> RECEIVING_PAPERS = List.of("accountScreenshot");

    /** Saves values and papers in the stage that the application stands in. */
    public static void fill(TestDrafts drafts, String no, Map<String, String> values, List<String> papers) {
        drafts.save(no, values, "operator-test");
        papers.forEach(key -> drafts.attach(no, key, key + ".png", SampleForm.PICTURE, "operator-test"));
    }
}
