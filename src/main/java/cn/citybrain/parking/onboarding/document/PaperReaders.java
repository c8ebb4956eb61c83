package cn.citybrain.parking.onboarding.document;

import cn.citybrain.parking.onboarding.access.Actor;

/** Who may see a paper: whoever may see what it belongs to. */
public interface PaperReaders {

    boolean mayRead(Document paper, Actor actor);
}
