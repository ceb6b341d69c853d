// The platform compiles its schema of app definitions whenever it is loaded, which is half of what starting a test file
// takes. In tests it is compiled when a definition is validated for the first time, by the same code.
const makeValidator = require('zapier-platform-schema/lib/utils/makeValidator');

module.exports = (...schemas) => {
  let validator;
  return {
    validate: (definition) => {
      validator ??= makeValidator(...schemas);
      return validator.validate(definition);
    },
  };
};
