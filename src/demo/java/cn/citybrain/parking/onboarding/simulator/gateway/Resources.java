package cn.citybrain.parking.onboarding.simulator.gateway;

import cn.citybrain.parking.onboarding.simulator.channel.book.Application;
import cn.citybrain.parking.onboarding.simulator.channel.book.Lot;
import cn.citybrain.parking.onboarding.simulator.channel.book.Order;
import cn.citybrain.parking.onboarding.simulator.channel.book.Refund;
import cn.citybrain.parking.onboarding.simulator.channel.book.Visit;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The contract's resources as they go over the wire. */
final class Resources {

    private Resources() {}

    static Map<String, Object> of(Application application) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("applicationNo", application.no());
        answer.put("state", application.state());
        answer.put("reference", application.reference());
        answer.put("message", application.message());
        switch (application.state()) {
            case ApplicationSteps.VISIT_SCHEDULED -> {
                answer.put("visitAt", application.fact("visitAt"));
                answer.put("visitContact", application.fact("visitContact"));
            }
            case ApplicationSteps.ACTIVE -> answer.put("merchantNo", application.account());
            case ApplicationSteps.REJECTED -> answer.put("fieldIssues", issues(application));
            default -> {}
        }
        return answer;
    }

    private static List<Map<String, String>> issues(Application application) {
        return application.complaints().stream()
                .map(complaint -> Map.of("field", complaint.field(), "reason", complaint.reason()))
                .toList();
    }

    static Map<String, Object> of(Lot lot) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("bindingNo", lot.outNo());
        answer.put(
                "state",
                switch (lot.state()) {
                    case AUDITING -> "PENDING";
                    case PASSED -> "REGISTERED";
                    case REJECTED, WITHDRAWN -> "REFUSED";
                });
        answer.put("message", lot.state() == Lot.State.WITHDRAWN ? "平台已撤回" : lot.reason());
        if (!lot.number().isEmpty()) {
            answer.put("lotNo", lot.number());
        }
        return answer;
    }

    static Map<String, Object> of(Visit visit) {
        return Map.of(
                "visitNo", visit.outNo(),
                "visitReference", visit.id(),
                "state", visit.state().equals(Visit.BLOCKED) ? "BLOCKED" : "ADMITTED",
                "message", visit.reason());
    }

    static Map<String, Object> of(Order order, Visit visit, Party party) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("outTradeNo", order.outTradeNo());
        answer.put("merchantNo", order.account());
        answer.put("visitReference", order.visit());
        answer.put("plate", order.plateNo());
        answer.put("lotName", order.lotName());
        answer.put("amount", order.amount());
        answer.put("enteredAt", visit.enteredAt());
        answer.put("leftAt", order.fact("leftAt"));
        if (order.paid()) {
            answer.put("state", "SUCCEEDED");
            answer.put("transactionNo", order.channelNo());
            answer.put("paidAt", time(order.paidAt()));
            if (party.devices()) {
                answer.put("etc", deal(order, visit));
            }
        } else if (order.state() == Order.State.FAILED) {
            answer.put("state", "FAILED");
            answer.put("failureCode", order.code().isEmpty() ? "NOT_PAID" : order.code());
            answer.put("failureReason", order.reason());
        } else {
            answer.put("state", "PENDING");
        }
        return answer;
    }

    /** What the antenna and the card made out between them. */
    private static Map<String, Object> deal(Order order, Visit visit) {
        String hash = HexFormat.of()
                .formatHex(order.channelNo().getBytes(StandardCharsets.UTF_8))
                .toUpperCase();
        Map<String, Object> deal = new LinkedHashMap<>();
        deal.put("vehType", 1);
        deal.put("cardId", "3301" + hash.substring(hash.length() - 16));
        deal.put("cardType", 22);
        deal.put("obuId", "3301" + hash.substring(hash.length() - 12));
        deal.put("laneNo", visit.fact("laneNo"));
        deal.put("terminalNo", visit.fact("terminalNo"));
        deal.put("terminalTransNo", hash.substring(hash.length() - 8));
        deal.put("enterTime", visit.enteredAt());
        deal.put("tac", hash.substring(hash.length() - 8));
        return deal;
    }

    static Map<String, Object> of(Refund refund) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("outRefundNo", refund.outRefundNo());
        answer.put("refundNo", refund.channelNo());
        switch (refund.state()) {
            case SUCCESS -> answer.put("state", "REFUNDED");
            case PROCESSING -> answer.put("state", "PENDING");
            case FAILED -> {
                answer.put("state", "FAILED");
                answer.put("failureCode", "REFUND_FAILED");
                answer.put("failureReason", "退款未能退回车主账户");
            }
        }
        return answer;
    }

    private static String time(Instant instant) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                instant.atZone(ZoneId.of("Asia/Shanghai")).toOffsetDateTime());
    }
}
