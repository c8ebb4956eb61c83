package cn.citybrain.parking.onboarding.audit.story;

import java.util.List;

/** A kind of source that the timeline is read from. Any bean of this type is part of every story. */
public interface Chapter {

    /**
     * What it knows of an application, in any order, in a fixed number of statements. Of people only the ids are needed: see
     * {@link Person#of}.
     */
    List<Entry> of(Subject subject);
}
