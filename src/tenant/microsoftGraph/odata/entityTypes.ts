/**
 * The names each type has in Graph v1.0 (its CSDL), for those whose resources the handlers give whole. A name that is
 * none of these in a query is refused; one that is, but has no value here, is simply not in the answer.
 */
const written = {
  user: {
    properties:
      'id deletedDateTime aboutMe accountEnabled ageGroup assignedLicenses assignedPlans authorizationInfo birthday businessPhones city companyName consentProvidedForMinor country createdDateTime creationType customSecurityAttributes department deviceEnrollmentLimit displayName employeeHireDate employeeId employeeLeaveDateTime employeeOrgData employeeType externalUserState externalUserStateChangeDateTime faxNumber givenName hireDate identities identityParentId imAddresses interests isManagementRestricted isResourceAccount jobTitle lastPasswordChangeDateTime legalAgeGroupClassification licenseAssignmentStates mail mailboxSettings mailNickname mobilePhone mySite officeLocation onPremisesDistinguishedName onPremisesDomainName onPremisesExtensionAttributes onPremisesImmutableId onPremisesLastSyncDateTime onPremisesProvisioningErrors onPremisesSamAccountName onPremisesSecurityIdentifier onPremisesSyncEnabled onPremisesUserPrincipalName otherMails passwordPolicies passwordProfile pastProjects postalCode preferredDataLocation preferredLanguage preferredName print provisionedPlans proxyAddresses responsibilities schools securityIdentifier serviceProvisioningErrors showInAddressList signInActivity signInSessionsValidFromDateTime skills state streetAddress surname usageLocation userPrincipalName userType',
    navigation:
      'activities adhocCalls agreementAcceptances appRoleAssignments authentication calendar calendarGroups calendars calendarView chats cloudClipboard cloudPCs contactFolders contacts createdObjects dataSecurityAndGovernance deviceManagementTroubleshootingEvents directReports drive drives employeeExperience events extensions followedSites inferenceClassification insights joinedTeams licenseDetails mailFolders managedAppRegistrations managedDevices manager memberOf messages oauth2PermissionGrants onenote onlineMeetings onPremisesSyncBehavior outlook ownedDevices ownedObjects people permissionGrants photo photos planner presence registeredDevices scopedRoleMemberOf settings solutions sponsorOf sponsors teamwork todo transitiveMemberOf',
  },
  group: {
    properties:
      'id deletedDateTime accessType allowExternalSenders assignedLabels assignedLicenses autoSubscribeNewMembers classification createdDateTime description displayName expirationDateTime groupTypes hasMembersWithLicenseErrors hideFromAddressLists hideFromOutlookClients infoCatalogs isArchived isAssignableToRole isFavorite isManagementRestricted isSubscribedByMail licenseProcessingState mail mailEnabled mailNickname membershipRule membershipRuleProcessingState onPremisesDomainName onPremisesExtensionAttributes onPremisesLastSyncDateTime onPremisesNetBiosName onPremisesProvisioningErrors onPremisesSamAccountName onPremisesSecurityIdentifier onPremisesSyncEnabled organizationId preferredDataLocation preferredLanguage proxyAddresses renewedDateTime resourceBehaviorOptions resourceProvisioningOptions securityEnabled securityIdentifier serviceProvisioningErrors theme uniqueName unseenConversationsCount unseenCount unseenMessagesCount visibility welcomeMessageEnabled',
    navigation:
      'acceptedSenders appRoleAssignments calendar calendarView conversations createdOnBehalfOf drive drives events extensions groupLifecyclePolicies memberOf members membersWithLicenseErrors onenote onPremisesSyncBehavior owners permissionGrants photo photos planner rejectedSenders settings sites team threads transitiveMemberOf transitiveMembers',
  },
  directoryObject: {
    properties:
      'aboutMe accessType accountEnabled ageGroup allowExternalSenders assignedLabels assignedLicenses assignedPlans authorizationInfo autoSubscribeNewMembers birthday businessPhones city classification companyName consentProvidedForMinor country createdDateTime creationType customSecurityAttributes deletedDateTime department description deviceEnrollmentLimit displayName employeeHireDate employeeId employeeLeaveDateTime employeeOrgData employeeType expirationDateTime externalUserState externalUserStateChangeDateTime faxNumber givenName groupTypes hasMembersWithLicenseErrors hideFromAddressLists hideFromOutlookClients hireDate id identities identityParentId imAddresses infoCatalogs interests isArchived isAssignableToRole isFavorite isManagementRestricted isResourceAccount isSubscribedByMail jobTitle lastPasswordChangeDateTime legalAgeGroupClassification licenseAssignmentStates licenseProcessingState mail mailEnabled mailNickname mailboxSettings membershipRule membershipRuleProcessingState mobilePhone mySite officeLocation onPremisesDistinguishedName onPremisesDomainName onPremisesExtensionAttributes onPremisesImmutableId onPremisesLastSyncDateTime onPremisesNetBiosName onPremisesProvisioningErrors onPremisesSamAccountName onPremisesSecurityIdentifier onPremisesSyncEnabled onPremisesUserPrincipalName organizationId otherMails passwordPolicies passwordProfile pastProjects postalCode preferredDataLocation preferredLanguage preferredName print provisionedPlans proxyAddresses renewedDateTime resourceBehaviorOptions resourceProvisioningOptions responsibilities schools securityEnabled securityIdentifier serviceProvisioningErrors showInAddressList signInActivity signInSessionsValidFromDateTime skills state streetAddress surname theme uniqueName unseenConversationsCount unseenCount unseenMessagesCount usageLocation userPrincipalName userType visibility welcomeMessageEnabled',
    navigation: 'manager directReports memberOf members owners',
  },
  calendar: {
    properties:
      'id allowedOnlineMeetingProviders canEdit canShare canViewPrivateItems changeKey color defaultOnlineMeetingProvider hexColor isDefaultCalendar isRemovable isTallyingResponses name owner',
    navigation: 'calendarPermissions calendarView events multiValueExtendedProperties singleValueExtendedProperties',
  },
  calendarPermission: {
    properties: 'id allowedRoles emailAddress isInsideOrganization isRemovable role',
    navigation: '',
  },
  attachment: {
    properties: 'id contentType isInline lastModifiedDateTime name size contentBytes contentId contentLocation',
    navigation: '',
  },
  site: {
    properties:
      'id createdBy createdDateTime description eTag lastModifiedBy lastModifiedDateTime name parentReference webUrl displayName error isPersonalSite root sharepointIds siteCollection',
    navigation:
      'createdByUser lastModifiedByUser analytics columns contentTypes drive drives externalColumns items lists onenote operations pages permissions sites termStore termStores',
  },
  list: {
    properties:
      'id createdBy createdDateTime description eTag lastModifiedBy lastModifiedDateTime name parentReference webUrl displayName list sharepointIds system',
    navigation: 'createdByUser lastModifiedByUser columns contentTypes drive items operations permissions subscriptions',
  },
  columnDefinition: {
    properties:
      'id boolean calculated choice columnGroup contentApprovalStatus currency dateTime defaultValue description displayName enforceUniqueValues geolocation hidden hyperlinkOrPicture indexed isDeletable isReorderable isSealed lookup name number personOrGroup propagateChanges readOnly required sourceContentType term text thumbnail type validation',
    navigation: 'sourceColumn',
  },
  contentType: {
    properties:
      'id associatedHubsUrls description documentSet documentTemplate group hidden inheritedFrom isBuiltIn name order parentId propagateChanges readOnly sealed',
    navigation: 'base baseTypes columnLinks columnPositions columns',
  },
  listItem: {
    properties:
      'id createdBy createdDateTime description eTag lastModifiedBy lastModifiedDateTime name parentReference webUrl contentType deleted sharepointIds',
    navigation: 'createdByUser lastModifiedByUser analytics documentSetVersions driveItem fields permissions versions',
  },
  listItemVersion: {
    properties: 'id lastModifiedBy lastModifiedDateTime publication',
    navigation: 'fields',
  },
  drive: {
    properties:
      'id createdBy createdDateTime description eTag lastModifiedBy lastModifiedDateTime name parentReference webUrl driveType owner quota sharePointIds system',
    navigation: 'createdByUser lastModifiedByUser bundles following items list root special',
  },
  driveItem: {
    properties:
      'id createdBy createdDateTime description eTag lastModifiedBy lastModifiedDateTime name parentReference webUrl audio bundle content cTag deleted file fileSystemInfo folder image location malware package pendingOperations photo publication remoteItem root searchResult shared sharepointIds size specialFolder video webDavUrl',
    navigation: 'createdByUser lastModifiedByUser analytics children listItem permissions retentionLabel subscriptions thumbnails versions workbook',
  },
  team: {
    properties:
      'id classification createdDateTime description displayName firstChannelName funSettings guestSettings internalId isArchived memberSettings messagingSettings specialization summary tenantId visibility webUrl',
    navigation:
      'allChannels channels group incomingChannels installedApps members operations permissionGrants photo primaryChannel schedule tags template',
  },
  channel: {
    properties:
      'id createdDateTime description displayName email isArchived isFavoriteByDefault layoutType membershipType migrationMode originalCreatedDateTime summary tenantId webUrl',
    navigation: 'allMembers enabledApps filesFolder members messages sharedWithTeams tabs',
  },
  conversationMember: {
    properties: 'id displayName roles visibleHistoryStartDateTime email tenantId userId',
    navigation: 'user',
  },
  chatMessage: {
    properties:
      'id attachments body channelIdentity chatId createdDateTime deletedDateTime etag eventDetail from importance lastEditedDateTime lastModifiedDateTime locale mentions messageHistory messageType policyViolation reactions replyToId subject summary webUrl',
    navigation: 'hostedContents replies',
  },
  chat: {
    properties:
      'id chatType createdDateTime isHiddenForAllMembers lastUpdatedDateTime migrationMode onlineMeetingInfo originalCreatedDateTime tenantId topic viewpoint webUrl',
    navigation: 'installedApps lastMessagePreview members messages permissionGrants pinnedMessages tabs targetedMessages',
  },
  teamsTab: {
    properties: 'id configuration displayName webUrl',
    navigation: 'teamsApp',
  },
  teamsAsyncOperation: {
    properties: 'id attemptsCount createdDateTime error lastActionDateTime operationType status targetResourceId targetResourceLocation',
    navigation: '',
  },
  onlineMeeting: {
    properties:
      'id creationDateTime startDateTime endDateTime joinWebUrl subject chatInfo participants audioConferencing externalId joinInformation videoTeleconferenceId lobbyBypassSettings allowedPresenters isEntryExitAnnounced',
    navigation: 'attendanceReports recordings transcripts',
  },
  todoTaskList: {
    properties: 'id displayName isOwner isShared wellknownListName',
    navigation: 'extensions tasks',
  },
  todoTask: {
    properties:
      'id body bodyLastModifiedDateTime categories completedDateTime createdDateTime dueDateTime hasAttachments importance isReminderOn lastModifiedDateTime recurrence reminderDateTime startDateTime status title',
    navigation: 'attachments attachmentSessions checklistItems extensions linkedResources',
  },
  checklistItem: {
    properties: 'id checkedDateTime createdDateTime displayName isChecked',
    navigation: '',
  },
  plannerPlan: {
    properties: 'id container createdBy createdDateTime owner title',
    navigation: 'buckets details tasks',
  },
  plannerBucket: {
    properties: 'id name orderHint planId',
    navigation: 'tasks',
  },
  plannerTask: {
    properties:
      'id activeChecklistItemCount appliedCategories assigneePriority assignments bucketId checklistItemCount completedBy completedDateTime conversationThreadId createdBy createdDateTime dueDateTime hasDescription orderHint percentComplete planId previewType priority referenceCount startDateTime title',
    navigation: 'assignedToTaskBoardFormat bucketTaskBoardFormat details progressTaskBoardFormat',
  },
  plannerTaskDetails: {
    properties: 'id checklist description previewType references',
    navigation: '',
  },
  person: {
    properties:
      'id birthday companyName department displayName givenName imAddress isFavorite jobTitle officeLocation personNotes personType phones postalAddresses profession scoredEmailAddresses surname userPrincipalName websites yomiCompany',
    navigation: '',
  },
  mailboxSettings: {
    properties:
      'archiveFolder automaticRepliesSetting dateFormat delegateMeetingMessageDeliveryOptions language timeFormat timeZone userPurpose workingHours',
    navigation: '',
  },
} as const;

export type TypeName = keyof typeof written;

export interface EntityType {
  name: string;
  /** In lower case, as names in queries are taken in any. */
  properties: ReadonlySet<string>;
  navigation: ReadonlySet<string>;
}

const lower = (names: string): ReadonlySet<string> => new Set(names.toLowerCase().split(' ').filter(Boolean));

const types = new Map(
  Object.entries(written).map(([name, { properties, navigation }]): [string, EntityType] => [
    name,
    { name: `microsoft.graph.${name}`, properties: lower(properties), navigation: lower(navigation) },
  ]),
);

/** What stands at the end of a route's path → the type of what is answered there. The first that fits counts. */
const ends: readonly [RegExp, TypeName][] = [
  [/\/joinedTeams$|^\/teams\/\{team\}$/, 'team'],
  [/\/(?:channels|allChannels|incomingChannels|primaryChannel|channels\/\{channel\})$/, 'channel'],
  [/^\/(?:teams|chats)\/.*\/members(?:\/\{member\})?$/, 'conversationMember'],
  [/\/(?:messages|messages\/delta|replies|\{message\}|\{reply\})$/, 'chatMessage'],
  [/\/chats(?:\/\{chat\})?$/, 'chat'],
  [/\/tabs(?:\/\{tab\})?$/, 'teamsTab'],
  [/\/operations\/\{operation\}$/, 'teamsAsyncOperation'],
  [/\/onlineMeetings$/, 'onlineMeeting'],
  [/\/todo\/lists(?:\/\{taskList\})?$/, 'todoTaskList'],
  [/\/todo\/lists\/\{taskList\}\/tasks(?:\/\{task\})?$/, 'todoTask'],
  [/\/checklistItems(?:\/\{checklistItem\})?$/, 'checklistItem'],
  [/\/plans(?:\/\{plan\})?$/, 'plannerPlan'],
  [/\/buckets(?:\/\{bucket\})?$/, 'plannerBucket'],
  [/\/planner\/tasks\/\{plannerTask\}\/details$/, 'plannerTaskDetails'],
  [/\/planner\/(?:.*\/)?tasks(?:\/\{plannerTask\})?$/, 'plannerTask'],
  [/\/sites$|^\/sites\/\{site\}$|\/sites\/\{groupSite\}$/, 'site'],
  [/^\/sites\/\{site\}\/lists(?:\/\{list\})?$/, 'list'],
  [/\/columns(?:\/\{column\})?$/, 'columnDefinition'],
  [/\/contentTypes$/, 'contentType'],
  [/\/lists\/\{list\}\/items(?:\/delta|\/\{item\})?$/, 'listItem'],
  [/\/versions(?:\/\{version\})?$/, 'listItemVersion'],
  [/\/drives?(?:\/\{drive\})?$/, 'drive'],
  [/\/filesFolder$|\/drives?(?:\/\{drive\})?\/.*(?:root|children|\{item\}|\{special\}|\{q\})$/, 'driveItem'],
  [/\/calendars?(?:\/\{calendar\})?$/, 'calendar'],
  [/\/calendarPermissions$/, 'calendarPermission'],
  [/\/attachments(?:\/\{attachment\})?$/, 'attachment'],
  [/^\/users(?:\/\{user\}(?:\/manager)?)?$/, 'user'],
  [/^\/groups(?:\/\{group\})?$/, 'group'],
  [/^\/groups\/\{group\}\/(?:members|owners)$|\/memberOf$/, 'directoryObject'],
  [/\/people$/, 'person'],
  [/\/mailboxSettings$/, 'mailboxSettings'],
];

/** The type of what a route answers; undefined where its handler reads every option itself, or what it answers has no fixed names. */
export function typeAnswered(path: string): EntityType | undefined {
  const known = answered.get(path);
  if (known !== undefined) return known ?? undefined;
  const end = ends.find(([shape]) => shape.test(path));
  const type = end && types.get(end[1]);
  answered.set(path, type ?? null);
  return type;
}

/** What was found for a route's path, so that it is looked for once. */
const answered = new Map<string, EntityType | null>();

/** The names a type has. */
export function entityType(name: TypeName): EntityType {
  const type = types.get(name);
  if (!type) throw new Error(`No type ${name}.`);
  return type;
}
