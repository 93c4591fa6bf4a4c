/// Runs on an MLflow tracking server.
@org.jspecify.annotations.NullMarked
module dev.fathom.mlflow {
    requires static transitive org.jspecify;
    requires transitive dev.fathom.core;
    requires transitive mlflow.client;

    exports dev.fathom.mlflow;
}
