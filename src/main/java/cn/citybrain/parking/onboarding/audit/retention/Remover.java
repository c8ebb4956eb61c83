package cn.citybrain.parking.onboarding.audit.retention;

import java.util.List;

/** Removes one kind of data of applications. */
interface Remover {

    DataKind kind();

    /** SQL, a condition on application {@code a}: that there is some of it left. */
    String left();

    /**
     * Within a transaction in which nobody else changes the application.
     *
     * @return which rows it emptied or deleted, none if nothing may go yet
     */
    List<RemovedRow> remove(Over over);
}
