package cn.citybrain.parking.onboarding.channel.cmb;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/**
 * A verified answer.
 *
 * @param taken whether the bank took the request in (returnCode)
 * @param done whether it did what was asked (respCode)
 * @param code errCode, empty when all is well
 * @param said respMsg
 * @param content the business fields, missing node where there are none
 */
record CmbAnswer(boolean taken, boolean done, String code, String said, JsonNode content) {

    /** The bank's own spellings. Nothing was charged, and a query would not find an order. */
    private static final Set<String> DEFINITE = Set.of(
            "SIGN_ERROR",
            "VERSION_ERROR",
            "ENCODING_ERROR",
            "SIGNMETHOD_ERROR",
            "POST_DATA_EMPTY",
            "UNDEFINED_PRAM",
            "JSON_FORMAT_ERROR",
            "MERID_NOT_EXIST",
            "AMT_MISMATCHED_ORDER",
            "USERID_CHECK_FAILED",
            "USERID_NOT_EXIST",
            "MERID_MISMATCHED_ORDER",
            "TRADEAMOUNT_LIMITED",
            "MCH_DAILY_QUOTA_EXCEED",
            "NOT_ENOUGH",
            "NOT_ALLOWED");

    boolean ok() {
        return taken && done;
    }

    /** Whether a debit that was answered so was not made. */
    boolean notCharged() {
        return DEFINITE.contains(code) || !taken && code.endsWith("_NOT_LAWFUL");
    }

    boolean is(String... codes) {
        return Set.of(codes).contains(code);
    }

    String text(String field) {
        return content.path(field).asText("");
    }

    /** The bank's words, or its code. */
    String words() {
        return said.isBlank() ? "招商银行应答 " + (code.isEmpty() ? "不完整" : code) : said;
    }

    /** Names the code only: contents must not reach a log by accident. */
    @Override
    public String toString() {
        return "returnCode " + taken + ", respCode " + done + ", errCode " + code;
    }
}
