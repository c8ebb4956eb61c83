package cn.citybrain.parking.onboarding.simulator.cmb;

import cn.citybrain.parking.onboarding.simulator.JsonText;
import cn.citybrain.parking.onboarding.simulator.channel.ChannelOffice;
import cn.citybrain.parking.onboarding.simulator.channel.book.Agreement;
import cn.citybrain.parking.onboarding.simulator.channel.book.Application;
import cn.citybrain.parking.onboarding.simulator.channel.book.Lot;
import cn.citybrain.parking.onboarding.simulator.channel.book.Numbers;
import java.util.LinkedHashMap;
import java.util.Map;

/** Merchant entry, stores and contracts: all assumed. */
final class CmbMerchants {

    private final ChannelOffice office;
    private final CmbSeals seals;
    private final JsonText json;

    CmbMerchants(ChannelOffice office, CmbSeals seals, JsonText json) {
        this.office = office;
        this.seals = seals;
        this.json = json;
    }

    Map<String, Object> apply(CmbContent content, String encryptKey) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("merName", content.text("merName", 128));
        told.put("merShortName", content.text("merShortName", 40));
        told.put("licenseNo", content.text("licenseNo", 18));
        told.put("settleBankNo", content.text("settleBankNo", 12));
        told.put("parkName", content.text("parkName", 128));
        told.put("parkAddress", content.text("parkAddress", 256));
        told.put("lotCapacity", content.text("lotCapacity", 6));
        told.put("notifyUrl", content.text("notifyUrl", 256));
        Map<String, String> identity = identity(seals.open(content.text("encryptIdentity", 4096), encryptKey));
        for (String name : new String[] {"legalName", "legalIdNo", "contactName", "contactMobile", "settleAccount"}) {
            if (identity.getOrDefault(name, "").isBlank()) {
                throw CmbError.field(name, "缺失");
            }
        }
        if (!identity.get("legalIdNo").matches("\\d{17}[\\dXx]")) {
            // assumed: the contract has no kind of document, so the number is the identity card's
            throw CmbError.field("legalIdNo", "不是居民身份证号码");
        }
        told.putAll(identity);
        Application asked = Application.submitted(
                content.text("applyNo", 32),
                "CA" + Numbers.digits(12),
                told.get("merName").toString(),
                CmbSteps.PENDING,
                "等待银行联系上门签约",
                told);
        office.applications().submit(asked, before -> {
            if (!before.state().equals(CmbSteps.REJECTED)) {
                throw CmbError.refused("APPLYNO_DUPLICATION", "申请 " + before.no() + " 正在办理");
            }
        });
        return Map.of("applyNo", asked.no(), "applyState", "P");
    }

    private Map<String, String> identity(String text) {
        return json.fields(text).orElseThrow(() -> CmbError.field("encryptIdentity", "不是 JSON"));
    }

    Map<String, Object> applyState(CmbContent content) {
        String no = content.text("applyNo", 32);
        Application application =
                office.applications().find(no).orElseThrow(() -> CmbError.refused("APPLYNO_NOT_EXIST", "没有申请 " + no));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("applyNo", no);
        answer.put("applyState", CmbSteps.wire(application));
        switch (application.state()) {
            case CmbSteps.VISIT -> {
                answer.put("visitTime", application.fact("visitTime"));
                answer.put("visitContact", application.fact("visitContact"));
            }
            case CmbSteps.OPEN -> {
                answer.put("merId", application.account());
                answer.put("userId", CmbSteps.cashier(application.account()));
            }
            case CmbSteps.REJECTED -> {
                answer.put("rejectMsg", application.message());
                answer.put(
                        "rejectItems",
                        application.complaints().stream()
                                .map(complaint -> Map.of("field", complaint.field(), "reason", complaint.reason()))
                                .toList());
            }
            case CmbSteps.FAILED -> answer.put("rejectMsg", application.message());
            default -> {}
        }
        return answer;
    }

    Map<String, Object> bind(CmbContent content) {
        String merId = content.text("merId", 32);
        if (office.accounts().find(merId).isEmpty()) {
            throw new CmbError("MERID_NOT_EXIST", "商户号不存在", false);
        }
        return state(office.lots()
                .submit(Lot.submitted(
                        content.text("outStoreId", 32),
                        merId,
                        content.text("storeName", 32),
                        content.text("address", 256),
                        0,
                        Map.of())));
    }

    Map<String, Object> bindState(CmbContent content) {
        return state(office.lots()
                .find(content.text("merId", 32), content.text("outStoreId", 32))
                .orElseThrow(() -> CmbError.refused("STORE_NOT_EXIST", "没有这个门店")));
    }

    private static Map<String, Object> state(Lot lot) {
        return switch (lot.state()) {
            case AUDITING -> Map.of("bindState", "P");
            case PASSED ->
                Map.of("bindState", "S", "storeId", lot.number(), "userId", CmbSteps.cashier("000000" + lot.number()));
            case REJECTED, WITHDRAWN -> Map.of("bindState", "R", "rejectMsg", lot.reason());
        };
    }

    Map<String, Object> contract(CmbContent content) {
        String plate = content.text("plateNo", 32);
        Agreement agreement = office.agreements().of(plate, "");
        return agreement.signed()
                ? Map.of(
                        "contractState", agreement.state(),
                        "contractId", CmbTrades.contract(plate),
                        "authOpenid", CmbTrades.payer(plate))
                : Map.of("contractState", agreement.state());
    }
}
