// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "StoreContractAsides.h"
#include "StoreContractCourse.h"
#include "StoreContractCourseIds.h"
#include "StoreContractCourseLimits.h"
#include "StoreContractCourseLives.h"
#include "StoreContractCourseSteps.h"
#include "StoreContractCourseWatch.h"
#include "StoreContractEdits.h"
#include "StoreContractMoves.h"
#include "StoreContractReading.h"
#include "StoreContractRecords.h"

#include <vector>

namespace waymark::support {

/// Every promise, by its name.
inline const std::vector<StorePromise>& storePromises()
{
    static const std::vector<StorePromise> promises {
        { "newLibraryIsEmpty", newLibraryIsEmpty },
        { "installedCourseComesBackAsItWas", installedCourseComesBackAsItWas },
        { "secondCourseReplacesTheFirst", secondCourseReplacesTheFirst },
        { "brokenCourseLeavesTheOldOne", brokenCourseLeavesTheOldOne },
        { "staleEditChangesNothing", staleEditChangesNothing },
        { "editIsMadeOnlyOnce", editIsMadeOnlyOnce },
        { "newEditAbandonsWhatCouldBeRedone", newEditAbandonsWhatCouldBeRedone },
        { "recallsComeBackAsTheyWereMade", recallsComeBackAsTheyWereMade },
        { "aRoundTripWithAMentorComesBackAsItWas", aRoundTripWithAMentorComesBackAsItWas },
        { "aLargeReviewIsKeptToTheLastByte", aLargeReviewIsKeptToTheLastByte },
        { "theStampOfTheJournalTellsEachTurn", theStampOfTheJournalTellsEachTurn },
        { "aReaderGivesTheLibraryToAnotherThread", aReaderGivesTheLibraryToAnotherThread },
        { "undoOfDoIsIdentity", undoOfDoIsIdentity },
        { "undoPassesOverThePausesOfAWatch", undoPassesOverThePausesOfAWatch },
        { "theWatchGoesAndComesBackWithItsPauses", theWatchGoesAndComesBackWithItsPauses },
        { "aPauseComesBackWithItsOwnStep", aPauseComesBackWithItsOwnStep },
        { "aPauseIsNotTakenForThatOfALaterStep", aPauseIsNotTakenForThatOfALaterStep },
        { "throughAllUndoTheJournalLeadsToTheRecords", throughAllUndoTheJournalLeadsToTheRecords },
        { "sameCommandsGiveTheSameLibraryAsInMemory", sameCommandsGiveTheSameLibraryAsInMemory },
        { "courseUpdateMovesRecordsAndUndoStillFits", courseUpdateMovesRecordsAndUndoStillFits },
        { "courseUpdateMovesCardsAndQuestionsApart", courseUpdateMovesCardsAndQuestionsApart },
        { "courseUpdateMovesWhatAMentorSaid", courseUpdateMovesWhatAMentorSaid },
        { "whatTheCourseHasNoMoreIsKept", whatTheCourseHasNoMoreIsKept },
        { "aReplacedCourseComesBackByOneUndo", aReplacedCourseComesBackByOneUndo },
        { "aFirstCourseAndTheSameEditionAreNoStep", aFirstCourseAndTheSameEditionAreNoStep },
        { "aStepIsMadeOnlyOnce", aStepIsMadeOnlyOnce },
        { "aCourseTooLargeToKeepIsHistory", aCourseTooLargeToKeepIsHistory },
        { "aCourseTooLargeToKeepIsGoneOnceItIsTakenBack", aCourseTooLargeToKeepIsGoneOnceItIsTakenBack },
        { "editionsComeBackOneAfterTheOther", editionsComeBackOneAfterTheOther },
        { "onlyTheNewestInstallationsComeBack", onlyTheNewestInstallationsComeBack },
        { "withoutAStepWhatWasInstalledBeforeIsHistory", withoutAStepWhatWasInstalledBeforeIsHistory },
        { "whatWasAbandonedWithACourseGoesBackToItsIds", whatWasAbandonedWithACourseGoesBackToItsIds },
        { "aWatchOverACourseThatIsTakenBack", aWatchOverACourseThatIsTakenBack },
        { "aWatchGoesOnWhileACourseIsTakenBack", aWatchGoesOnWhileACourseIsTakenBack },
        { "whatCameAfterAPauseOverACourseComesAgain", whatCameAfterAPauseOverACourseComesAgain },
        { "aPauseStaysWithItsStepWhenACourseBehindItIsForgotten", aPauseStaysWithItsStepWhenACourseBehindItIsForgotten },
        { "aPauseStaysWithItsStepWhenNoCourseCanComeBack", aPauseStaysWithItsStepWhenNoCourseCanComeBack },
        { "sameCoursesGiveTheSameLibraryAsInMemory", sameCoursesGiveTheSameLibraryAsInMemory },
        { "nothingNamesAnIdThatTheCourseHasMoved", nothingNamesAnIdThatTheCourseHasMoved },
        { "whatWasAbandonedBeforeACourseWentGetsItsIdsToo", whatWasAbandonedBeforeACourseWentGetsItsIdsToo },
        { "undoFollowsTheOrderOfEditsAndNotTheirTimes", undoFollowsTheOrderOfEditsAndNotTheirTimes },
        { "wordsAreFoundWhereTheyStand", wordsAreFoundWhereTheyStand },
        { "notesAreFoundAsTheyAreNow", notesAreFoundAsTheyAreNow },
        { "anyTextCanBeSearched", anyTextCanBeSearched },
    };
    return promises;
}

} // namespace waymark::support
