package cn.citybrain.parking.onboarding.simulator.player;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
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

    /** A short name that a reviewer gives back. */
    static final String FLAWED_NAME = "停车场";

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

    /** What this company enters into a field; for a choice that it has no opinion on, the first. */
    String answer(Procedure procedure, JsonNode field) {
        // what is asked for each lot bears the lot's code
        String key = field.path("key").asText().replaceFirst("_.*", "");
        JsonNode options = field.path("options");
        if (field.path("type").asText().equals("lot")) {
            return mainLot(procedure, options);
        }
        if (field.has("expected")) {
            return field.path("expected").asText();
        }
        String known = values(procedure).get(key);
        if (known != null) {
            return known;
        }
        if (field.path("type").asText().equals("lots")) {
            return String.join(",", procedure.lotCodes());
        }
        if (options.isEmpty()) {
            throw new PlayFailed(
                    "不知道“%s”(%s) 该填什么".formatted(field.path("label").asText(), key));
        }
        return options.get(0).path("value").asText();
    }

    /** By its code, which stands beside the name. */
    private static String mainLot(Procedure procedure, JsonNode options) {
        for (JsonNode option : options) {
            if (option.path("label").asText().contains(procedure.lotCodes().get(0))) {
                return option.path("value").asText();
            }
        }
        throw new PlayFailed("停车场 %s 不可选".formatted(procedure.lotCodes().get(0)));
    }

    private Map<String, String> values(Procedure procedure) {
        Map<String, String> values = new HashMap<>();
        people(values);
        papers(values);
        business(values);
        settlement(values);
        values.put("alipayAccount", "2088" + digits(12));
        boolean givenBack = Variation.of(procedure.channel()).givenBack();
        values.put("merchantShortname", givenBack ? FLAWED_NAME : shortName);
        return values;
    }

    private void people(Map<String, String> values) {
        values.put("contactType", "LEGAL");
        values.put("contactName", legalPerson);
        values.put("mobilePhone", "13800000000");
        values.put("contactEmail", email);
        values.put("legalPerson", legalPerson);
        values.put("idCardName", legalPerson);
        values.put("idCardNumber", idCard);
        values.put("idCardAddress", "浙江省杭州市上城区演示路2号");
        values.put("idCardPeriodBegin", "2015-03-01");
        values.put("idCardPeriodEnd", "长期");
        values.put("owner", "true");
    }

    private void papers(Map<String, String> values) {
        values.put("subjectType", "ENTERPRISE");
        values.put("licenceNumber", uscc);
        values.put("merchantName", name);
        values.put("feePaperCompany", name);
        values.put("licenceAddress", "浙江省杭州市上城区演示路1号");
        values.put("licencePeriodBegin", "2015-06-01");
        values.put("licencePeriodEnd", "长期");
        values.put("licenceHasParkingFee", "false");
    }

    private void business(Map<String, String> values) {
        values.put("servicePhone", "0571-88000000");
        values.put("storeName", shortName);
        values.put("storeAddressCode", "330100");
        values.put("storeAddress", "杭州市上城区演示路1号");
        values.put("spaceCount", "420");
        values.put("payeeName", name);
        values.put("billName", shortName);
    }

    /** With a bank account that no play before has used. */
    private void settlement(Map<String, String> values) {
        values.put("bankAccountType", "CORPORATE");
        values.put("accountName", name);
        values.put("accountBank", "工商银行");
        values.put("bankName", "招商银行股份有限公司杭州城西支行");
        values.put("bankBranchId", "308331012167");
        values.put("bankAddressCode", "330100");
        values.put("accountNumber", "1202" + digits(15));
    }

    private static String digits(int length) {
        StringBuilder digits = new StringBuilder();
        ThreadLocalRandom.current().ints(length, 0, 10).forEach(digits::append);
        return digits.toString();
    }
}
