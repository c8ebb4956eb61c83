package cn.citybrain.parking.onboarding.audit.story;

import cn.citybrain.parking.onboarding.audit.NotOnRecord;
import org.springframework.stereotype.Component;

/** Assembles stories, each in a fixed number of statements. Records no look: who shows a story to somebody does that. */
@Component
public class Stories {

    /** @throws NotOnRecord if there is no such application */
    public Story of(String applicationNo) {
        throw new NotOnRecord("没有申请 " + applicationNo + "，请检查申请编号");
    }

    /** Only its head. @throws NotOnRecord if there is no such application */
    public Header header(String applicationNo) {
        return of(applicationNo).header();
    }
}
