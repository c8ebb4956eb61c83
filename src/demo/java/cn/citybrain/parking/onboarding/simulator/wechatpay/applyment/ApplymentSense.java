package cn.citybrain.parking.onboarding.simulator.wechatpay.applyment;

import cn.citybrain.parking.onboarding.simulator.wechatpay.protocol.ApiError;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What WeChat Pay checks of fields that are well-formed each: periods, and a name that does not go with the subject. */
@Component
class ApplymentSense {

    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final String LICENCE = "/subject_info/business_license_info/";
    private static final String IDENTITY = "/subject_info/identity_info/";

    /** Ends by their begins. */
    private static final Map<String, String> PERIODS = Map.of(
            LICENCE + "period_begin",
            LICENCE + "period_end",
            IDENTITY + "id_card_info/card_period_begin",
            IDENTITY + "id_card_info/card_period_end",
            IDENTITY + "id_doc_info/doc_period_begin",
            IDENTITY + "id_doc_info/doc_period_end",
            "/contact_info/contact_period_begin",
            "/contact_info/contact_period_end",
            "/subject_info/ubo_info_list/0/ubo_period_begin",
            "/subject_info/ubo_info_list/0/ubo_period_end");

    private final Clock clock;

    ApplymentSense(Clock clock) {
        this.clock = clock;
    }

    void check(JsonNode form) {
        PERIODS.forEach((begin, end) -> checkPeriod(form, begin, end));
        String name = form.at(LICENCE + "merchant_name").asText();
        boolean individual = "SUBJECT_TYPE_INDIVIDUAL"
                .equals(form.at("/subject_info/subject_type").asText());
        if (individual && name.endsWith("公司")) {
            throw ApiError.param(LICENCE + "merchant_name", "商户名称", "个体工商户不能以“公司”结尾");
        }
    }

    private void checkPeriod(JsonNode form, String begin, String end) {
        Optional<LocalDate> from = day(form, begin);
        Optional<LocalDate> to = day(form, end);
        from.filter(day -> day.isBefore(EARLIEST) || !day.isBefore(LocalDate.now(clock)))
                .ifPresent(wrong -> {
                    throw ApiError.param(begin, "有效期开始时间", "不能早于 1900-01-01，且须早于当前日期");
                });
        if (from.isPresent() && to.isPresent() && !to.get().isAfter(from.get())) {
            throw ApiError.param(end, "有效期结束时间", "须晚于开始时间");
        }
    }

    /** 长期 is no day; what is not there is none either. */
    private static Optional<LocalDate> day(JsonNode form, String pointer) {
        String text = form.at(pointer).asText();
        if (text.isEmpty() || text.equals("长期")) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            throw ApiError.param(pointer, "有效期", "不是日期");
        }
    }
}
