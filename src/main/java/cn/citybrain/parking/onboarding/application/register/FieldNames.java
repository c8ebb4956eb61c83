package cn.citybrain.parking.onboarding.application.register;

import cn.citybrain.parking.onboarding.application.form.Catalogues;
import cn.citybrain.parking.onboarding.channel.Channel;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/** What the fields of an application's form are called. */
@NamedInterface("services")
@Component
public class FieldNames {

    private final ApplicationRows rows;
    private final Catalogues catalogues;

    FieldNames(ApplicationRows rows, Catalogues catalogues) {
        this.rows = rows;
        this.catalogues = catalogues;
    }

    /** What a field of a channel's form is called in Chinese, whichever lot it is about. */
    public String of(Channel channel, String fieldKey) {
        return catalogues.of(channel).sharedLabel(fieldKey);
    }

    /** A reason with the name of the field that it is about before it, in Chinese; the reason alone if it is about none. */
    public String named(String no, String fieldKey, String reason) {
        return fieldKey.isEmpty()
                ? reason
                : catalogues.of(Channel.of(rows.byNo(no).channel())).label(fieldKey) + "：" + reason;
    }
}
