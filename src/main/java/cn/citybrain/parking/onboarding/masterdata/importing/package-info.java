/**
 * Companies, vendors, lots and people from files: read, compared with what is kept, shown, and then taken as a whole or not at
 * all; and out into files of the same form. What is right and what follows from a change is said by the rooms that keep them.
 */
package cn.citybrain.parking.onboarding.masterdata.importing;
