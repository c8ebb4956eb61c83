package cn.citybrain.parking.onboarding.simulator.unionpay;

import cn.citybrain.parking.onboarding.simulator.channel.ChannelOffice;
import cn.citybrain.parking.onboarding.simulator.channel.book.Application;
import cn.citybrain.parking.onboarding.simulator.channel.book.Lot;
import cn.citybrain.parking.onboarding.simulator.channel.book.Numbers;
import java.util.LinkedHashMap;
import java.util.Map;

/** 90101, 90201, 90301 and 90303: all assumed. */
final class UnionPayMerchants {

    private final ChannelOffice office;

    UnionPayMerchants(ChannelOffice office) {
        this.office = office;
    }

    Map<String, String> submit(UnionPayForm form) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("MerName", form.text("MerName", 64));
        content.put("LicenseNo", form.text("LicenseNo", 18));
        content.put("LegalName", form.text("LegalName", 32));
        content.put("ContactName", form.text("ContactName", 32));
        content.put("ContactMobile", form.text("ContactMobile", 11));
        content.put("SettleAcct", form.text("SettleAcct", 32));
        content.put("ParkName", form.text("ParkName", 64));
        content.put("ParkAddr", form.text("ParkAddr", 128));
        content.put("BankCode", form.text("BankCode", 16));
        content.put("NoticeUrl", form.text("NoticeUrl", 256));
        Application asked = Application.submitted(
                form.text("ApplyNo", 32),
                "UA" + Numbers.digits(12),
                content.get("MerName").toString(),
                UnionPaySteps.IN_REVIEW,
                "等待收单银行联系上门签约",
                content);
        office.applications().submit(asked, before -> {
            if (!before.state().equals(UnionPaySteps.REJECTED)) {
                throw new UnionPayError("08", "申请 " + before.no() + " 正在办理");
            }
        });
        return Map.of("ResultCode", "00", "ApplyNo", asked.no(), "ApplyState", "0");
    }

    Map<String, String> review(UnionPayForm form) {
        String no = form.text("ApplyNo", 32);
        Application application =
                office.applications().find(no).orElseThrow(() -> new UnionPayError("29", "没有申请 " + no));
        Map<String, String> answer = new LinkedHashMap<>();
        answer.put("ResultCode", "00");
        answer.put("ApplyNo", no);
        answer.put("ApplyState", UnionPaySteps.wire(application));
        switch (application.state()) {
            case UnionPaySteps.PASSED -> answer.put("MerCode", application.account());
            case UnionPaySteps.VISIT -> {
                answer.put("VisitTime", application.fact("VisitTime"));
                answer.put("VisitContact", application.fact("VisitContact"));
            }
            case UnionPaySteps.REJECTED -> {
                answer.put("RejectMsg", application.message());
                application.complaints().stream().findFirst().ifPresent(complaint -> {
                    answer.put("RejectField", complaint.field());
                    answer.put("RejectMsg", complaint.reason());
                });
            }
            default -> {}
        }
        return answer;
    }

    Map<String, String> lot(UnionPayForm form, String merCode) {
        return state(office.lots()
                .submit(Lot.submitted(
                        form.text("OutParkCode", 32),
                        merCode,
                        form.text("ParkName", 64),
                        form.text("ParkAddr", 128),
                        form.amount("Spaces"),
                        Map.of())));
    }

    Map<String, String> lotState(UnionPayForm form, String merCode) {
        return state(office.lots()
                .find(merCode, form.text("OutParkCode", 32))
                .orElseThrow(() -> new UnionPayError("29", "没有这个停车场")));
    }

    private static Map<String, String> state(Lot lot) {
        return switch (lot.state()) {
            case AUDITING -> Map.of("ResultCode", "09");
            case PASSED -> Map.of("ResultCode", "00", "ParkCode", lot.number());
            case REJECTED, WITHDRAWN -> throw new UnionPayError("04", lot.reason());
        };
    }
}
