package cn.citybrain.parking.onboarding.channel.inbox;

import cn.citybrain.parking.onboarding.channel.callback.ChannelNotice;
import cn.citybrain.parking.onboarding.channel.charge.DeductionResult;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import org.springframework.stereotype.Component;

/** Notices as text and back, each with the name of its type. */
@Component
class NoticeText {

    private final JsonMapper json = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .addMixIn(ChannelNotice.class, Typed.class)
            .addMixIn(DeductionResult.class, Typed.class)
            .build();

    NoticeText() {
        json.registerSubtypes(ChannelNotice.class.getPermittedSubclasses());
        json.registerSubtypes(DeductionResult.class.getPermittedSubclasses());
    }

    String write(ChannelNotice notice) {
        try {
            return json.writeValueAsString(notice);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("notice " + notice.id() + " cannot be written", e);
        }
    }

    ChannelNotice read(String text) {
        try {
            return json.readValue(text, ChannelNotice.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored notice cannot be read", e);
        }
    }

    String kind(ChannelNotice notice) {
        return notice.getClass().getSimpleName();
    }

    /** What a notice is about, for finding it again. */
    String subject(ChannelNotice notice) {
        if (notice instanceof ChannelNotice.DeductionDecided decided) {
            return decided.outTradeNo();
        } else if (notice instanceof ChannelNotice.ReviewMoved review) {
            return review.applicationNo();
        } else if (notice instanceof ChannelNotice.LotMoved lot) {
            return String.valueOf(lot.bindingId());
        } else if (notice instanceof ChannelNotice.VisitMoved visit) {
            return visit.visitNo();
        }
        return ((ChannelNotice.Other) notice).kind();
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    private interface Typed {}
}
