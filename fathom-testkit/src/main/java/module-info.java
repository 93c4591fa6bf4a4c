/// The contract that every algorithm must pass, for our own and for those of users.
@org.jspecify.annotations.NullMarked
module dev.fathom.testkit {
    requires static transitive org.jspecify;
    requires transitive dev.fathom.core;
    requires transitive org.junit.jupiter.api;
    requires org.assertj.core;

    exports dev.fathom.testkit;
}
