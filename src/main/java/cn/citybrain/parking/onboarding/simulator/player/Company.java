package cn.citybrain.parking.onboarding.simulator.player;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * One of the demo's parking companies, with what stands on its invented papers.
 *
 * @param operator login of its operator
 * @param uscc as the platform knows the company
 */
record Company(
        String operator, String name, String uscc, String shortName, String legalPerson, String idCard, String email) {

    static final List<Company> DEMO = List.of(
            new Company(
                    "hubin",
                    "杭州湖滨停车管理有限公司",
                    "91330102765432101R",
                    "湖滨停车",
                    "林晓湖",
                    "330106198001010013",
                    "finance@hubin.example"),
            new Company(
                    "chengxi",
                    "杭州城西停车服务有限公司",
                    "91330106123456789A",
                    "城西停车",
                    "陈西溪",
                    "330102198506150032",
                    "finance@chengxi.example"));

    static final List<Paper> PAPERS = List.of(
            new Paper("licenceCopy", "营业执照"),
            new Paper("idCardCopy", "居民身份证 人像面"),
            new Paper("idCardNational", "居民身份证 国徽面"),
            new Paper("storeEntrancePic", "停车场入口"),
            new Paper("indoorPic", "停车场内景"));

    /** Everything the form asks, with a bank account that no run before has used. */
    Map<String, String> application() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("contactType", "LEGAL");
        values.put("contactName", legalPerson);
        values.put("mobilePhone", "13800000000");
        values.put("contactEmail", email);
        subject(values);
        business(values);
        settlement(values);
        return values;
    }

    private void subject(Map<String, String> values) {
        values.put("subjectType", "ENTERPRISE");
        values.put("licenceNumber", uscc);
        values.put("merchantName", name);
        values.put("legalPerson", legalPerson);
        values.put("licenceAddress", "浙江省杭州市上城区演示路1号");
        values.put("licencePeriodBegin", "2015-06-01");
        values.put("licencePeriodEnd", "长期");
        values.put("idCardName", legalPerson);
        values.put("idCardNumber", idCard);
        values.put("idCardAddress", "浙江省杭州市上城区演示路2号");
        values.put("idCardPeriodBegin", "2015-03-01");
        values.put("idCardPeriodEnd", "长期");
        values.put("owner", "true");
    }

    private void business(Map<String, String> values) {
        values.put("merchantShortname", "停车场");
        values.put("servicePhone", "0571-88000000");
        values.put("storeName", shortName);
        values.put("storeAddressCode", "330100");
        values.put("storeAddress", "杭州市上城区演示路1号");
    }

    private void settlement(Map<String, String> values) {
        values.put("bankAccountType", "CORPORATE");
        values.put("accountName", name);
        values.put("accountBank", "工商银行");
        values.put("bankAddressCode", "330100");
        values.put(
                "accountNumber",
                "1202" + ThreadLocalRandom.current().nextLong(100_000_000_000_000L, 1_000_000_000_000_000L));
    }
}
